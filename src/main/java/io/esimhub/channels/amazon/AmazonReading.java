package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;

/** One order being read, in as many calls as its API needs. */
interface AmazonReading {

    /** For the route's loop. */
    boolean isMore();

    AmazonCall next() throws JsonProcessingException;

    void heard(JsonNode answer);

    /** @return false if there is no way round it */
    boolean refused(ApiRefused why);

    /** False once it was refused to see the buyer. */
    boolean asksForPeople();

    AmazonOrder order();

    static AmazonReading of(String orderId, String api, ObjectMapper json) {
        return api.equals("v0") ? new AmazonReadingV0(orderId, json) : new AmazonReading2026(orderId);
    }
}
