package io.esimhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.web.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

    private final CatalogReader reader = new CatalogReader(Set.of("esim-go"));

    @Test
    void aVariantSaysHowManyWhenAndWhereItMayBeBought() throws Exception {
        CatalogFile file = read(
                "\"marginFloor\": \"12.5\"",
                "\"maxQuantity\": 5, \"validFrom\": \"2026-12-01T01:00:00+01:00\", \"validTo\": \"2027-01-01T00:00:00Z\","
                        + " \"countries\": [\"GB\"]");

        assertThat(reader.errors()).isEmpty();
        CatalogFile.Product product = file.products().get(0);
        assertThat(product.marginFloor()).contains(new BigDecimal("12.5"));
        CatalogFile.Variant variant = product.variants().get(0);
        assertThat(variant.maxQuantity()).contains(5);
        assertThat(variant.validFrom()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(variant.validTo()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(variant.countries()).containsExactly("GB");
    }

    @Test
    void whatIsLeftOutLimitsNothing() throws Exception {
        CatalogFile.Product product =
                read("\"dataMb\": 1000", "\"priority\": 1").products().get(0);

        assertThat(reader.errors()).isEmpty();
        assertThat(product.marginFloor()).isEmpty();
        assertThat(product.variants().get(0).maxQuantity()).isEmpty();
        assertThat(product.variants().get(0).validFrom()).isEmpty();
        assertThat(product.variants().get(0).countries()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maxQuantity\": 0                        | products[0].variants[0].maxQuantity",
                "\"maxQuantity\": \"5\"                    | products[0].variants[0].maxQuantity",
                "\"validFrom\": \"2026-12-01\"             | products[0].variants[0].validFrom",
                "\"validFrom\": 1764547200               | products[0].variants[0].validFrom",
                "\"validTo\": \"2026-12-01T00:00:00\"      | products[0].variants[0].validTo",
                "\"validTo\": \"+999999-01-01T00:00:00Z\"  | products[0].variants[0].validTo",
                "\"validFrom\": \"2026-12-01T00:00:00Z\", \"validTo\": \"2026-12-01T00:00:00Z\" | products[0].variants[0].validTo",
                "\"countries\": [\"UK\"]                   | products[0].variants[0].countries[0]",
                "\"maxquantity\": 5                        | products[0].variants[0].maxquantity",
            })
    void aWrongLimitIsNamedWithItsPathAndARemedy(String limit, String field) throws Exception {
        read("\"dataMb\": 1000", limit);

        assertThat(reader.errors()).extracting(FieldError::field).isEqualTo(List.of(field));
        assertThat(reader.errors().get(0).remedy()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"100.0001", "-1001", "12.34567", "much", "true", "{}", "1e999999999"})
    void aMarginFloorThatIsNoPercentIsNamed(String floor) throws Exception {
        String value = floor.matches("[a-z]+") && !"true".equals(floor) ? "\"" + floor + "\"" : floor;
        read("\"marginFloor\": " + (floor.startsWith("1e") ? "\"" + floor + "\"" : value), "\"priority\": 1");

        assertThat(reader.errors()).extracting(FieldError::field).containsExactly("products[0].marginFloor");
    }

    private CatalogFile read(String ofProduct, String ofVariant) throws Exception {
        String document =
                "{\"products\": [{\"sku\": \"ESIM-GB\", \"name\": \"GB\", \"kind\": \"esim\", \"countries\": [\"GB\"], "
                        + ofProduct + ", \"variants\": [{\"supplier\": \"esim-go\", \"supplierSku\": \"x\","
                        + " \"cost\": {\"amount\": \"1\", \"currency\": \"USD\"}, " + ofVariant + "}]}]}";
        return reader.read(new ObjectMapper().readTree(document));
    }
}
