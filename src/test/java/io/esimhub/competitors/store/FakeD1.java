package io.esimhub.competitors.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.esimhub.competitors.MonitorProperties.D1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.util.unit.DataSize;

/** Cloudflare D1's query call over a real SQLite in memory: one transaction for a batch, and no parameter but a text. */
public final class FakeD1 implements AutoCloseable {

    static final String TOKEN = "token-of-a-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection sqlite;
    private final HttpServer server;

    public FakeD1() {
        try {
            sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/client/v4/accounts/acc/d1/database/db/query", this::answer);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.start();
    }

    public D1 settings() {
        return settings(TOKEN);
    }

    D1 settings(String token) {
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/client/v4");
        return new D1(api, "acc", "db", token, Duration.ofSeconds(5), DataSize.ofMegabytes(8));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"));
        ObjectNode answer = JSON.createObjectNode();
        int status = known ? 200 : 401;
        ArrayNode results = answer.putArray("result");
        answer.putArray("errors");
        if (known) {
            try {
                sqlite.setAutoCommit(false);
                for (JsonNode query : JSON.readTree(call.getRequestBody()).path("batch")) {
                    run(query, results.addObject());
                }
                sqlite.commit();
            } catch (SQLException refused) {
                rollback();
                status = 400;
                answer.withArray("errors").addObject().put("code", 7500).put("message", refused.getMessage());
            }
        }
        answer.put("success", status == 200);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void run(JsonNode query, ObjectNode result) throws SQLException {
        try (PreparedStatement statement =
                sqlite.prepareStatement(query.path("sql").asText())) {
            int i = 1;
            for (JsonNode param : query.path("params")) {
                if (!param.isNull() && !param.isTextual()) {
                    throw new SQLException("D1 takes texts only");
                }
                statement.setString(i++, param.isNull() ? null : param.asText());
            }
            ArrayNode rows = result.putArray("results");
            result.putObject("meta").put("size_after", 8192);
            if (statement.execute()) {
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    ObjectNode row = rows.addObject();
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        row.putPOJO(found.getMetaData().getColumnLabel(column), found.getObject(column));
                    }
                }
            }
        }
    }

    private void rollback() {
        try {
            sqlite.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
