/**
 * What suppliers call out at our door. A callback is a hint and never more: it is kept if it is about something in our books, and the
 * supplier is asked again before anything is done.
 */
package io.esimhub.fulfillment.callbacks;
