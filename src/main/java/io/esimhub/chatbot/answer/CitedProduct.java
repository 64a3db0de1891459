package io.esimhub.chatbot.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.esimhub.chatbot.products.Product;

/**
 * A product in an answer.
 *
 * @param cite the mark to cite it by: {@code P1}, {@code P2}, …
 */
record CitedProduct(String cite, @JsonUnwrapped Product product) {}
