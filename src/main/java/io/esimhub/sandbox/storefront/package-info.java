/** Where people of the outside world buy: orders at the channels, which tell the hub of them, and what the hub told in return. */
package io.esimhub.sandbox.storefront;
