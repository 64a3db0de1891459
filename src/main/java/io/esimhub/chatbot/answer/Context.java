package io.esimhub.chatbot.answer;

import java.time.Instant;
import java.util.List;

/**
 * What a language model may build its answer on.
 *
 * @param asOf everything in it is at least as new as this
 * @param notes what a customer has to be told about the choice, such as that nothing is exactly what was asked for
 */
record Context(
        String question,
        String lang,
        Instant asOf,
        Understood understood,
        List<CitedProduct> products,
        List<CitedPassage> passages,
        List<String> notes) {}
