package io.esimhub.orders;

import java.util.List;
import java.util.Optional;

/** What the law lets a person ask of a shop, as a channel passes it on. */
public sealed interface PersonRequest {

    String channel();

    /**
     * Whom it is about.
     *
     * @param customers every id that the channel may know this one person by
     */
    record Whom(List<String> customers, List<String> orders) {}

    /**
     * What stays for the tax office keeps no person.
     *
     * @param shop absent: every shop of the channel
     * @param whom absent: everybody who ordered there
     */
    record Erase(String channel, Optional<String> shop, Optional<Whom> whom) implements PersonRequest {}

    /**
     * The person wants to know what we hold; a person of ours answers.
     *
     * @param reference the channel's number of the request
     */
    record Disclose(String channel, String shop, String reference, Whom whom) implements PersonRequest {}
}
