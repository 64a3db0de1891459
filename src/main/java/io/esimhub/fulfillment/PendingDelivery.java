package io.esimhub.fulfillment;

import io.esimhub.delivery.DeliveryMail;
import java.util.List;

/** A mail that is to be sent, and the units it is about. */
record PendingDelivery(List<Long> units, DeliveryMail mail) {}
