package io.esimhub.chatbot.knowledge.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.testing.FreshDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** An endpoint is configured, but the server (as the embedded one) has no pgvector. */
@ExtendWith(FreshDatabase.class)
class WithoutPgvectorTest {

    @Test
    void theEndpointIsNeverAskedAndNothingIsLeftInTheDatabase(DataSource database) {
        try (EmbeddingEndpoint endpoint = new EmbeddingEndpoint();
                VectorsUnderTest vectors =
                        new VectorsUnderTest(database, Settings.with(endpoint.settings()), Clock.systemUTC())) {
            vectors.embed();

            assertThat(vectors.nearest().find("a phone?", "en", 5)).isEmpty();
            assertThat(vectors.report()).containsEntry("state", "WITHOUT_PGVECTOR");
            assertThat(endpoint.server().getAllServeEvents()).isEmpty();
            assertThat(new JdbcTemplate(database)
                            .queryForObject("select to_regclass('knowledge.kb_embeddings_4')", String.class))
                    .isNull();
        }
    }
}
