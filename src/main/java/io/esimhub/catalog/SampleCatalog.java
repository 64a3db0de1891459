package io.esimhub.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Gives a newcomer something to sell: the sample catalog, when there is none. */
@Component
@Profile("local")
@Order(Ordered.HIGHEST_PRECEDENCE)
class SampleCatalog implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCatalog.class);

    private final CatalogBooks books;
    private final CatalogImport catalogImport;
    private final CatalogProperties properties;

    SampleCatalog(CatalogBooks books, CatalogImport catalogImport, CatalogProperties properties) {
        this.books = books;
        this.catalogImport = catalogImport;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.sample() == null || properties.sample().isBlank() || !books.isEmpty()) {
            return;
        }
        CatalogReport report = catalogImport.put(read(properties.sample()));
        LOG.info(
                "The catalog was empty: {} products of {} came in",
                report.products().created(),
                properties.sample());
    }

    private static byte[] read(String location) {
        try {
            Path file = Path.of(location);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            try (InputStream packaged = new ClassPathResource(location).getInputStream()) {
                return packaged.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("hub.catalog.sample names " + location + ", which cannot be read", e);
        }
    }
}
