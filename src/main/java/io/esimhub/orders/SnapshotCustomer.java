package io.esimhub.orders;

import java.util.Optional;

/** Who ordered, as far as the channel says. */
public record SnapshotCustomer(
        Optional<String> externalId, Optional<String> email, Optional<String> name, Optional<String> locale) {

    static final SnapshotCustomer NOBODY =
            new SnapshotCustomer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
