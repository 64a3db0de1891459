package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Settings;

/** As the hub is without {@code hub.knowledge.embedding}: no database, endpoint or work queue is asked. */
public final class NoVectors {

    private NoVectors() {}

    public static NearestPassages nearest() {
        return new NearestPassages(Settings.shipped(), null, null, null, null, null);
    }

    public static PassageVectors passages() {
        return new PassageVectors(Settings.shipped(), null, null, null, null, null);
    }
}
