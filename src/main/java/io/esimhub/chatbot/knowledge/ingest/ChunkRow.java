package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.articles.Article;
import io.esimhub.chatbot.knowledge.articles.Chunk;
import java.util.List;

/** A passage as it is handed to the database. */
record ChunkRow(String id, int position, List<String> headings, String body, String hash) {

    static ChunkRow of(Article article, Chunk chunk, int position) {
        return new ChunkRow(
                Fingerprint.idOf(article, chunk),
                position,
                chunk.headingPath(),
                chunk.text(),
                Fingerprint.of(article, chunk));
    }
}
