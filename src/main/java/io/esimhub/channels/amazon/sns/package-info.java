/** Messages of Amazon SNS: whether they are genuine. Nothing is fetched from an address before its host is known to be Amazon's. */
package io.esimhub.channels.amazon.sns;
