package io.esimhub.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** How a delivery ended, as far as it can end well or badly for good. Everything else is an exception: try again later. */
public sealed interface DeliveryOutcome {

    /**
     * The mail left.
     *
     * @param at when the mail server had taken it, or without one, when the file was written
     * @param file the {@code .eml}, if an outbox is set
     * @param smtp whether a mail server took it
     */
    record Sent(Instant at, Optional<Path> file, boolean smtp) implements DeliveryOutcome {}

    /**
     * No mail can reach this address; a person has to find a better one.
     *
     * @param text a sentence without the address, e.g. {@code the mail server refuses this recipient (550 5.1.1)}
     */
    record AddressRefused(String text) implements DeliveryOutcome {}
}
