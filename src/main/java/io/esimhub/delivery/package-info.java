/**
 * The mail that gives a traveller the eSIM: what it says, how it is built, and how it leaves. From a {@link
 * io.esimhub.delivery.DeliveryMail} to a {@link io.esimhub.delivery.DeliveryOutcome}, through the route {@code
 * send-delivery}; which eSIMs are owed to whom, and whether the mail is still wanted, is decided elsewhere.
 */
package io.esimhub.delivery;
