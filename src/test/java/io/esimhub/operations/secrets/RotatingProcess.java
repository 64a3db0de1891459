package io.esimhub.operations.secrets;

import io.esimhub.operations.cases.Cases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The rotation as one process of the hub has it. Started as a program of its own it works slowly, so that it can be killed. */
final class RotatingProcess implements AutoCloseable {

    static final SealedColumns LETTERS = new SealedColumns("public.letters", "id", "cipher", "key");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param keys the first one is active */
    RotatingProcess(DataSource database, int batch, String... keys) {
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(SealedColumns.class, () -> LETTERS);
        context.registerBean(SecretVault.class, () -> vault(keys));
        context.registerBean(RotationProperties.class, () -> new RotationProperties(Duration.ofHours(1), batch));
        context.register(
                Cases.class,
                SealedRows.class,
                RotationDirection.class,
                SecretCases.class,
                SecretRotation.class,
                SecretKeys.class);
        context.refresh();
    }

    static SecretVault vault(String... keys) {
        return new SecretVault(new SecretProperties(
                keys[0],
                Arrays.stream(keys).collect(Collectors.toMap(key -> key, RotatingProcess::bytes)),
                bytes("index")));
    }

    void rotate() {
        for (RotationPass pass = rotation().begin(); pass.unfinished(); ) {
            pass = rotation().next(pass);
        }
        rotation().closeCases();
    }

    SecretRotation rotation() {
        return context.getBean(SecretRotation.class);
    }

    SecretVault vault() {
        return context.getBean(SecretVault.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    SecretKeys.Key key(String id) {
        return context.getBean(SecretKeys.class).report().keys().stream()
                .filter(key -> key.key().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    /** 32 bytes that follow from the key's id. */
    private static String bytes(String key) {
        return Base64.getEncoder()
                .encodeToString((key + "-".repeat(32)).substring(0, 32).getBytes());
    }

    /** @param arguments the database's URL, its user, and the keys */
    public static void main(String[] arguments) {
        DataSource database = new DriverManagerDataSource(arguments[0], arguments[1], "");
        String[] keys = Arrays.copyOfRange(arguments, 2, arguments.length);
        try (RotatingProcess process = new RotatingProcess(database, 5, keys)) {
            for (RotationPass pass = process.rotation().begin(); pass.unfinished(); ) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                pass = process.rotation().next(pass);
            }
        }
    }
}
