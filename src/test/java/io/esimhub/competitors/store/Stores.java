package io.esimhub.competitors.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorProperties.D1;
import io.esimhub.competitors.MonitorProperties.StoreSettings;
import io.esimhub.competitors.MonitorProperties.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Stores for tests. */
public final class Stores {

    private static final D1 NONE =
            new D1(URI.create("http://127.0.0.1:1"), "", "", "", Duration.ofSeconds(1), DataSize.ofMegabytes(1));

    private Stores() {}

    public static Store sqlite(Path file) {
        return sqlite(file, DataSize.ofMegabytes(16));
    }

    public static Store sqlite(Path file, DataSize most) {
        return new SqliteStore(new StoreSettings(
                Type.SQLITE, file.toString(), most, Duration.ofMillis(300), Duration.ofDays(400), NONE));
    }

    public static Store d1(FakeD1 server) {
        return new D1Store(server.settings(), new ObjectMapper());
    }
}
