package io.esimhub.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases, migrated, within a tenth of a second: copies of a template on one server that lives as long as the JVM. */
public final class TestDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** A database with the whole schema and the mark "local", and nothing else in it. */
    public static TestDatabase create() {
        return TestServer.instance().createFrom(TestServer.TEMPLATE, "test_" + NUMBER.incrementAndGet());
    }

    /** A database with everything that stands in another one, to which nobody is connected any more. */
    public static TestDatabase copyOf(TestDatabase original) {
        return TestServer.instance().createFrom(original.name(), "test_" + NUMBER.incrementAndGet());
    }

    /** A database without a single table. */
    public static TestDatabase createEmpty() {
        return TestServer.instance().createFrom("template0", "test_" + NUMBER.incrementAndGet());
    }
}
