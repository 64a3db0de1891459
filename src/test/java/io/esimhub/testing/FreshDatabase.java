package io.esimhub.testing;

import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code @ExtendWith(FreshDatabase.class)}: one migrated database for the test class, dropped after it. Constructors and
 * methods may ask for a {@link TestDatabase}, a {@link DataSource} or a {@link JdbcClient}.
 */
public final class FreshDatabase implements ParameterResolver {

    private static final Map<Class<?>, Function<TestDatabase, Object>> PARAMETERS = Map.of(
            TestDatabase.class, database -> database,
            DataSource.class, TestDatabase::dataSource,
            JdbcClient.class, TestDatabase::jdbc);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.get(parameter.getParameter().getType()).apply(databaseOf(test));
    }

    private static TestDatabase databaseOf(ExtensionContext test) {
        Class<?> testClass = test.getRequiredTestClass();
        ExtensionContext classContext =
                test.getTestMethod().isPresent() ? test.getParent().orElseThrow() : test;
        return classContext
                .getStore(Namespace.create(FreshDatabase.class, testClass))
                .getOrComputeIfAbsent(Dropped.class, key -> new Dropped(TestDatabases.create()), Dropped.class)
                .database();
    }

    private record Dropped(TestDatabase database) implements CloseableResource {
        @Override
        public void close() {
            database.close();
        }
    }
}
