package io.esimhub.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.sandbox.BundlePrice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Prices out of a catalog document: what its buyer believes the variants cost, they cost here. */
@Component
class PriceList {

    private final ObjectMapper json;

    PriceList(ObjectMapper json) {
        this.json = json;
    }

    /** @param location in the working directory or in the jar; null: no prices */
    List<BundlePrice> read(String location) {
        List<BundlePrice> prices = new ArrayList<>();
        if (location == null || location.isBlank()) {
            return prices;
        }
        try (InputStream document = open(location)) {
            for (JsonNode product : json.readTree(document).path("products")) {
                for (JsonNode variant : product.path("variants")) {
                    prices.add(new BundlePrice(
                            variant.path("supplier").asText(),
                            variant.path("supplierSku").asText(),
                            new BigDecimal(variant.path("cost").path("amount").asText())));
                }
            }
            return prices;
        } catch (IOException e) {
            throw new UncheckedIOException("hub.sandbox.price-list names " + location + ", which cannot be read", e);
        }
    }

    private static InputStream open(String location) throws IOException {
        Path file = Path.of(location);
        return Files.exists(file) ? Files.newInputStream(file) : new ClassPathResource(location).getInputStream();
    }
}
