package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a language model is given for a customer's question, and the example worker that gives it. */
class ChatbotAnswerTest extends RunningHub {

    @BeforeAll
    static void somethingIsOnSaleInBhutan() {
        ProductsTest.sell("ESIM-BT-5GB-30D", "Bhutan 5 GB, 30 days", List.of("BT"), 5000, 30, "12.5");
        ProductsTest.sell("ESIM-BT-1GB-7D", "Bhutan 1 GB, 7 days", List.of("BT"), 1000, 7, "4");
        articlesAreIn();
        ProductsTest.sell("ESIM-HIMALAYA-10GB-30D", "Himalaya 10 GB, 30 days", List.of("BT", "NP"), 10000, 30, "30");
    }

    @Test
    void aQuestionOfTwoPartsGetsTheProductAndTheArticle() {
        JsonNode context = ask("how much is 5 GB in Bhutan and how do I install it on my iPhone?");

        assertThat(context.at("/understood/countries").toString()).isEqualTo("[\"BT\"]");
        assertThat(context.at("/products/0/sku").asText()).isEqualTo("ESIM-BT-5GB-30D");
        assertThat(context.at("/products/0/cite").asText()).isEqualTo("P1");
        assertThat(context.at("/products/0/price/amount").asText()).isEqualTo("12.50");
        assertThat(context.at("/products/0/buyable").asBoolean()).isTrue();
        assertThat(context.at("/passages/0/cite").asText()).isEqualTo("K1");
        assertThat(context.path("passages").findValuesAsText("document")).anyMatch(id -> id.contains("iphone"));
        assertThat(context.path("notes")).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(ask("3 GB for 5 days in Bhutan").path("notes").toString())
                .contains("None of the products shown has 3000 MB")
                .contains("exactly 5 days");
        assertThat(ask("Bhutan and Nepal").at("/products/0/sku").asText()).isEqualTo("ESIM-HIMALAYA-10GB-30D");
        assertThat(ask("what does Pitcairn Islands cost").path("notes").toString())
                .contains("Nothing on sale fits");
        assertThat(ask("can I get my money back").path("products")).isEmpty();
    }

    @Test
    void aPriceThatChangedIsInTheNextAnswer() {
        ProductsTest.sell("ESIM-BT-1GB-7D", "Bhutan 1 GB, 7 days", List.of("BT"), 1000, 7, "4.75");

        assertThat(ask("1 GB Bhutan").at("/products/0/price/amount").asText()).isEqualTo("4.75");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=", "q=%20", "q=%3F%3F", "lang=en", "q=x&lang=english!", "q=x&currency=coins", "q={long}"})
    void aQuestionThatIsNoneIsRefusedByName(String query) {
        Calls.Answer answer =
                CALLS.ops("GET", "/api/v1/chatbot/answer?" + query.replace("{long}", "a".repeat(10_000)), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(1);
    }

    @Test
    void theExampleWorkerTellsWhatTheHubSaysAndNoPriceThatItsModelMadeUp() throws Exception {
        assumeThat(nodeIsHere()).as("Node on the path").isTrue();
        String key = CALLS.ops(
                        "POST", "/api/v1/ops/api-keys", "{\"name\": \"example worker\", \"scopes\": [\"chatbot\"]}")
                .body()
                .path("key")
                .asText();
        String question = "how much is 5 GB in Bhutan?";

        JsonNode honest = worker(key, question, "It costs 12.50 USD [P1].");
        JsonNode madeUp = worker(key, question, "Just $9.99 [P1]!");
        JsonNode withoutModel = worker(key, question);
        JsonNode wrongKey = worker("ehk_none", question);

        assertThat(honest.at("/body/answer").asText()).isEqualTo("It costs 12.50 USD [P1].");
        assertThat(honest.at("/body/citations/0/sku").asText()).isEqualTo("ESIM-BT-5GB-30D");
        assertThat(honest.at("/prompts/0/messages/0/content").asText()).contains("\"amount\":\"12.50\"");
        assertThat(madeUp.at("/body/answer").asText()).doesNotContain("9.99").contains("12.50 USD");
        assertThat(withoutModel.at("/body/answer").asText()).contains("Bhutan 5 GB, 30 days: 12.50 USD [P1]");
        assertThat(wrongKey.path("status").asInt()).isEqualTo(503);
    }

    private static void articlesAreIn() {
        CALLS.ops("POST", "/api/v1/ops/knowledge/ingest", null);
        Waiting.until(() -> CALLS.get("/api/v1/knowledge?q=iphone").path("passages"), passages -> !passages.isEmpty());
    }

    private static JsonNode ask(String question) {
        return CALLS.get("/api/v1/chatbot/answer?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    private static JsonNode worker(String... arguments) throws Exception {
        String key = arguments[0];
        List<String> command = new ArrayList<>(List.of(
                "node",
                Path.of("src/test/resources/chatbot/ask-worker.mjs")
                        .toAbsolutePath()
                        .toString(),
                Path.of("docs/chatbot-worker/worker.mjs").toAbsolutePath().toString(),
                CALLS.base(),
                key));
        Stream.of(arguments).skip(1).forEach(command::add);
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] said = node.getInputStream().readAllBytes();
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Calls.JSON.readTree(said);
    }

    private static boolean nodeIsHere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, "node").toFile().canExecute());
    }
}
