/** What all suppliers' shops have in common: prices, a prepaid account, one till, and a door that can be held shut. */
package io.esimhub.sandbox.shop;
