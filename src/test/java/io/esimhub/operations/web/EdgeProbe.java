package io.esimhub.operations.web;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** What a route of the edge's tests saw, and the failures it is asked for. */
class EdgeProbe {

    static final String SECRET = "password=hunter2";

    final AtomicReference<String> lastTransaction = new AtomicReference<>();

    public Map<String, Object> seen(Exchange exchange) throws Exception {
        byte[] body = exchange.getMessage().getBody() instanceof byte[] bytes ? bytes : null;
        return Map.of(
                "bytes", body == null ? -1 : body.length,
                "sha256", body == null ? "" : sha256(body),
                "contentType", exchange.getMessage().getHeader("Content-Type", "", String.class),
                "operator", exchange.getProperty(CurrentOperator.PROPERTY, "", String.class),
                "thread", Thread.currentThread().getName());
    }

    public String headerNames(Exchange exchange) {
        return String.join(",", new TreeSet<>(exchange.getMessage().getHeaders().keySet()));
    }

    public Map<String, Object> greet(Exchange exchange) {
        return Map.of(
                "hello", exchange.getMessage().getHeader("name", String.class),
                "operator", new CurrentOperator().of(exchange).orElse("nobody"));
    }

    public void fail(String kind) {
        switch (kind) {
            case "bad-field" ->
                throw Problem.unprocessable(
                        "bad-catalog",
                        "Two entries cannot be taken.",
                        List.of(new FieldError("products[3].cost.amount", "is negative", "send zero or more")));
            case "conflict" -> throw Problem.conflict("already-decided", "Somebody has decided it.");
            case "database" -> throw new CannotGetJdbcConnectionException(SECRET);
            case "resource" -> throw new IllegalStateException(new DataAccessResourceFailureException(SECRET));
            case "bug" -> throw new IllegalStateException(SECRET);
            case "none" -> {}
            default -> throw Problem.notFound("no-such-kind", "There is no such kind.");
        }
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Bean
    PlatformTransactionManager transactions() {
        return new Recorded();
    }

    @Bean("required")
    org.apache.camel.spi.TransactedPolicy required(PlatformTransactionManager manager) {
        return new org.apache.camel.spring.spi.SpringTransactionPolicy(manager);
    }

    private final class Recorded extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            lastTransaction.set("begun");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            lastTransaction.set("committed");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            lastTransaction.set("rolled back");
        }
    }
}
