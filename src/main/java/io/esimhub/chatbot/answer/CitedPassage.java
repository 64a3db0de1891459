package io.esimhub.chatbot.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.esimhub.chatbot.knowledge.Passage;

/**
 * A passage in an answer.
 *
 * @param cite the mark to cite it by: {@code K1}, {@code K2}, …
 */
record CitedPassage(String cite, @JsonUnwrapped Passage passage) {}
