package io.esimhub.chatbot.answer;

import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Passages;
import io.esimhub.chatbot.products.ClosestQuestion;
import io.esimhub.chatbot.products.DataWish;
import io.esimhub.chatbot.products.LiveProducts;
import io.esimhub.chatbot.products.Product;
import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/chatbot/answer}: what belongs to a question. */
@Component("chatbotAnswers")
class ChatbotAnswers {

    private final LiveProducts products;
    private final Passages passages;
    private final AnswerProperties properties;
    private final Places places;
    private final Clock clock;

    ChatbotAnswers(LiveProducts products, Passages passages, AnswerProperties properties, Clock clock) {
        this.products = products;
        this.passages = passages;
        this.properties = properties;
        this.places = new Places(properties.countryNames(), properties.regionNames());
        this.clock = clock;
    }

    /** @throws Problem 400 naming every wrong parameter */
    public Context answer(String q, String lang, String currency) {
        Question question = Question.read(q, lang, currency);
        // first, as it may take longer: nothing that is asked after the products makes them older
        List<Passage> found = passages.find(
                QuestionText.forArticles(question.text()), question.language().orElse(null), properties.passages());
        Instant now = clock.instant();
        Understood understood = QuestionText.read(question.text(), places);
        List<Product> fitting = understood.namesProducts() ? products.closest(wish(understood, question)) : List.of();
        return new Context(
                question.text(),
                question.language().orElse(null),
                now,
                understood,
                IntStream.range(0, fitting.size())
                        .mapToObj(i -> new CitedProduct("P" + (i + 1), fitting.get(i)))
                        .toList(),
                cited(found),
                ProductNotes.of(understood, fitting));
    }

    private ClosestQuestion wish(Understood understood, Question question) {
        return new ClosestQuestion(
                understood.countries(),
                understood.regions(),
                understood.skus(),
                understood.unlimited()
                        ? Optional.of(new DataWish.Unlimited())
                        : Optional.ofNullable(understood.dataMb()).map(DataWish.About::new),
                Optional.ofNullable(understood.days()),
                question.currency(),
                properties.products());
    }

    private static List<CitedPassage> cited(List<Passage> found) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> new CitedPassage("K" + (i + 1), found.get(i)))
                .toList();
    }
}
