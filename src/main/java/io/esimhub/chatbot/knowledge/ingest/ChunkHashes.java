package io.esimhub.chatbot.knowledge.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads rows of two columns. */
final class ChunkHashes {

    private ChunkHashes() {}

    static Map<String, String> read(ResultSet rows) throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        while (rows.next()) {
            hashes.put(rows.getString(1), rows.getString(2));
        }
        return hashes;
    }
}
