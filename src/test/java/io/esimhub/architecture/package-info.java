/** What holds the house together. */
package io.esimhub.architecture;
