package io.esimhub.chatbot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.chatbot.knowledge.ingest.Ingest;
import io.esimhub.chatbot.knowledge.vectors.NearestPassages;
import io.esimhub.chatbot.knowledge.vectors.NoVectors;
import io.esimhub.testing.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What customers ask, against the articles that the hub ships with. */
@ExtendWith(FreshDatabase.class)
class FortyQuestionsTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/knowledge/questions.txt");
    private static final int ENOUGH = 36;

    @Test
    void atLeast36OfFortyQuestionsFindTheirArticleAmongTheFirstThree(DataSource database) throws IOException {
        KnowledgeProperties properties = Settings.shipped();
        Ingest.folder(database, properties, Clock.systemUTC());
        Search search = search(database, properties);
        List<String> missed = new ArrayList<>();
        int first = 0;
        List<String> questions = Files.readAllLines(QUESTIONS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (String line : questions) {
            int bar = line.lastIndexOf(" | ");
            List<String> found = search.find(line.substring(0, bar), "en", 3).stream()
                    .map(Passage::document)
                    .toList();
            String expected = line.substring(bar + 3);
            if (!found.contains(expected)) {
                missed.add(line + " → " + found);
            } else if (found.get(0).equals(expected)) {
                first++;
            }
        }
        System.out.printf(
                "%d questions, %d missed, %d in the first place%n%s%n",
                questions.size(), missed.size(), first, String.join("\n", missed));
        assertThat(questions).hasSize(40);
        assertThat(questions.size() - missed.size())
                .as("missed:\n" + String.join("\n", missed))
                .isGreaterThanOrEqualTo(ENOUGH);
    }

    static Search search(DataSource database, KnowledgeProperties properties) {
        return search(database, properties, NoVectors.nearest());
    }

    static Search search(DataSource database, KnowledgeProperties properties, NearestPassages nearest) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        return new Search(new WordBooks(jdbc), new PassageBooks(jdbc), nearest, properties);
    }
}
