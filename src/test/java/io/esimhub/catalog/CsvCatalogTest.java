package io.esimhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCatalogTest {

    private static final String HEADER =
            "sku,name,kind,countries,dataMb,validityDays,retailPrice,wholesalePrice,marginFloor,"
                    + "status,tierPrices,supplier,supplierName,supplierStatus,supplierSku,cost,priority,variantStatus,maxQuantity,"
                    + "validFrom,validTo,variantCountries\r\n";
    private static final String PRODUCT = "ESIM-GB,Britain,esim,GB,1000,7,4.50 USD,3.20 USD,,active,,";
    private static final String GOOD = PRODUCT + "esim-go,,,bundle_1,1.80 USD,10,active,,,,\r\n";

    @Test
    void oneRowAVariantWithTheProductRepeatedIsTheSameCatalogAsInJson() {
        CatalogFile file = read(HEADER
                + PRODUCT
                + "esim-go,,,bundle_1,1.80 USD,10,active,,,,\r\n"
                + PRODUCT
                + "redteago,,,GB_1_7,1.95 USD,20,inactive,,,,\r\n");

        assertThat(file.suppliers()).isEmpty();
        CatalogFile.Product product = file.products().get(0);
        assertThat(file.products()).hasSize(1);
        assertThat(product.name()).isEqualTo("Britain");
        assertThat(product.dataMb()).contains(1000);
        assertThat(product.retailPrice()).map(Object::toString).contains("4.5000 USD");
        assertThat(product.variants())
                .extracting(CatalogFile.Variant::supplierSku)
                .containsExactly("bundle_1", "GB_1_7");
        assertThat(product.variants()).extracting(CatalogFile.Variant::status).containsExactly("active", "inactive");
    }

    @Test
    void aProductWithoutVariantsHasEmptyVariantColumns() {
        assertThat(read(HEADER + PRODUCT + ",,,,,,,,,,\r\n").products().get(0).variants())
                .isEmpty();
    }

    @Test
    void tierPricesStandInOneCell() {
        String product = PRODUCT.replace(",active,,", ",active,gold>=10:2.90 USD; silver >= 5 : 3.00 USD ;,");

        assertThat(read(HEADER + product + ",,,,,,,,,,").products().get(0).tierPrices())
                .extracting(tier -> tier.tier() + " " + tier.minQuantity() + " " + tier.unitPrice())
                .containsExactly("gold 10 2.9000 USD", "silver 5 3.0000 USD");
    }

    @Test
    void aSupplierThatIsNewComesWithItsName() {
        CatalogFile file = read(HEADER + PRODUCT
                + "newcomer,New Comer,,b,1 USD,,,,,,\r\n,,,,,,,,,,,sleeper,Sleeper,inactive,,,,,,,,\r\n");

        assertThat(file.suppliers())
                .containsExactly(
                        new CatalogFile.Supplier("newcomer", "New Comer", "active"),
                        new CatalogFile.Supplier("sleeper", "Sleeper", "inactive"));
        assertThat(file.products().get(0).variants().get(0).priority()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB FR", "GB|FR", " GB | FR ", "GB  FR|"})
    void countriesAreSeparatedBySpacesOrBars(String countries) {
        assertThat(read(HEADER + GOOD.replace(",GB,", "," + countries + ","))
                        .products()
                        .get(0)
                        .countries())
                .containsExactly("GB", "FR");
    }

    @Test
    void aByteOrderMarkOtherLineEndsBlankLinesQuotationMarksAndAnotherOrderOfColumnsAreFine() {
        String file = "\uFEFF" + HEADER.replace("\r\n", "\n") + "\n"
                + GOOD.replace("\r\n", "\n").replace("Britain", "\"Britain, \"\"Great\"\"\nand small\"") + "\n\n";

        assertThat(read(file).products().get(0).name()).isEqualTo("Britain, \"Great\"\nand small");
        assertThat(read("NAME, Sku" + HEADER.substring("sku,name".length()) + "Britain,ESIM-GB"
                                + GOOD.substring("ESIM-GB,Britain".length()))
                        .products()
                        .get(0)
                        .sku())
                .isEqualTo("ESIM-GB");
    }

    @Test
    void columnsThatTheImportNeedNotTouchMayBeLeftOut() {
        assertThat(
                        read("sku,name,kind,countries,dataMb,validityDays,retailPrice,wholesalePrice,marginFloor,status,supplier,"
                                        + "supplierSku,cost,priority,variantStatus,maxQuantity,validFrom,validTo,variantCountries\n"
                                        + "ESIM-GB,Britain,esim,GB,,7,,,,active,esim-go,b,1 USD,1,active,,,,")
                                .products())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(
            delimiter = '~',
            value = {
                "'ESIM-GB,' ~ ',' ~ 'line 2, sku'",
                "Britain ~ '' ~ 'line 2, name'",
                "',esim,' ~ ',gift,' ~ 'line 2, kind'",
                "',GB,' ~ ',GB XX,' ~ 'line 2, countries'",
                "',1000,' ~ ',1 GB,' ~ 'line 2, dataMb'",
                "',1000,' ~ ',0,' ~ 'line 2, dataMb'",
                "',1000,' ~ ',1.5,' ~ 'line 2, dataMb'",
                "',7,' ~ ',99999999999,' ~ 'line 2, validityDays'",
                "4.50 USD ~ 4.50 ~ 'line 2, retailPrice'",
                "4.50 USD ~ -4.50 USD ~ 'line 2, retailPrice'",
                "4.50 USD ~ 4.12345 USD ~ 'line 2, retailPrice'",
                "3.20 USD ~ 3.20 ZZZ ~ 'line 2, wholesalePrice'",
                "'USD,,active,,' ~ 'USD,,sold,,' ~ 'line 2, status'",
                "'USD,,active,,' ~ 'USD,,active,gold=10,' ~ 'line 2, tierPrices'",
                "'USD,,active,,' ~ 'USD,,active,gold>=0:1 USD,' ~ 'line 2, tierPrices'",
                "'USD,,active,,' ~ 'USD,,active,gold>=1:x USD,' ~ 'line 2, tierPrices'",
                "'USD,,active,,' ~ 'USD,,active,gold>=1:1 USD;;x,' ~ 'line 2, tierPrices'",
                "'esim-go,' ~ 'nobody,' ~ 'line 2, supplier'",
                "'esim-go,' ~ ',' ~ 'line 2, supplier'",
                "'esim-go,,' ~ 'esim go,Name,' ~ 'line 2, supplier'",
                "'esim-go,,,' ~ 'esim-go,,active,' ~ 'line 2, supplierName'",
                "bundle_1 ~ '' ~ 'line 2, supplierSku'",
                "1.80 USD ~ '' ~ 'line 2, cost'",
                "'USD,10,' ~ 'USD,first,' ~ 'line 2, priority'",
                "'10,active' ~ '10,maybe' ~ 'line 2, variantStatus'",
            })
    void everyBadCellIsNamedByLineAndColumn(String instead, String of, String field) {
        List<FieldError> errors = errors(HEADER + GOOD.replace(instead, of) + GOOD.replace("ESIM-GB", "ESIM-FR"));

        assertThat(errors).extracting(FieldError::field).containsExactly(field);
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.reason()).isNotBlank();
            assertThat(error.remedy()).isNotBlank();
        });
    }

    @Test
    void allOfThemAreNamedAtOnceAndLinesAreCountedAsAnEditorCountsThem() {
        List<FieldError> errors = errors(HEADER
                + "\r\n"
                + GOOD.replace("Britain", "\"Great\r\nBritain\"").replace("4.50 USD", "cheap")
                + "ESIM-FR,France\r\n"
                + GOOD.replace("ESIM-GB", "ESIM-DE").replace(",esim,GB,", ",gift,XX YY,"));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly("line 3, retailPrice", "line 5", "line 6, kind", "line 6, countries");
        assertThat(errors.get(1).reason()).isEqualTo("has 2 cells, the header 22");
        assertThat(errors.get(3).reason()).startsWith("entry 1 ");
    }

    @Test
    void rowsOfOneProductMustNotContradictEachOther() {
        List<FieldError> errors = errors(HEADER
                + GOOD
                + GOOD.replace("bundle_1", "bundle_2")
                        .replace("4.50 USD", "4.60 USD")
                        .replace(",1000,", ",,"));

        assertThat(errors).extracting(FieldError::field).containsExactly("line 3, dataMb", "line 3, retailPrice");
        assertThat(errors).allMatch(error -> error.reason().equals("contradicts line 2"));
    }

    @Test
    void oneSupplierHasOneName() {
        assertThat(errors(HEADER
                        + GOOD.replace("esim-go,", "esim-go,eSIM Go")
                        + GOOD.replace("bundle_1", "bundle_2")
                        + GOOD.replace("bundle_1", "bundle_3").replace("esim-go,", "esim-go,eSIM Come")))
                .extracting(FieldError::field)
                .containsExactly("line 4, supplierName");
    }

    @Test
    void aVariantStandsInOneRow() {
        assertThat(errors(HEADER + GOOD + GOOD.replace("1.80 USD", "1.70 USD")))
                .extracting(FieldError::field)
                .containsExactly("line 3, supplierSku");
    }

    @Test
    void aHeaderOnlyIsNoCatalog() {
        assertThat(problem(() -> CsvCatalog.read(bytes(HEADER))).errors())
                .extracting(FieldError::field)
                .containsExactly("line 2");
    }

    @Test
    void missingUnknownAndRepeatedColumnsAreAllNamed() {
        Problem problem = problem(() ->
                CsvCatalog.read(bytes(HEADER.replace("retailPrice", "price").replace("cost", "SKU"))));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .extracting(error -> error.field() + " " + error.reason())
                .containsExactly(
                        "line 1, price is no column of a catalog",
                        "line 1, sku stands twice in the header",
                        "line 1, retailPrice is missing",
                        "line 1, cost is missing");
    }

    @Test
    void semicolonsBetweenColumnsAreCalledByTheirName() {
        assertThat(problem(() -> CsvCatalog.read(bytes(HEADER.replace(',', ';'))))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("line 1, separator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void anEmptyFileIsNoCatalog(String file) {
        assertThat(problem(() -> CsvCatalog.read(bytes(file))).code()).isEqualTo("empty-csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Britain", "\"Great\" Britain"})
    void aQuotationMarkOutOfPlaceIsToldByItsLine(String name) {
        Problem problem = problem(() -> CsvCatalog.read(bytes(HEADER + GOOD + GOOD.replace("Britain", name) + GOOD)));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("not-csv");
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("line 3");
    }

    @Test
    void otherEncodingsAreRefused() {
        byte[] latin1 = (HEADER + GOOD.replace("Britain", "España")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem(() -> CsvCatalog.read(latin1)).code()).isEqualTo("not-utf-8");
        assertThat(problem(() -> CsvCatalog.read((HEADER + GOOD).getBytes(StandardCharsets.UTF_16)))
                        .code())
                .isEqualTo("not-utf-8");
    }

    @Test
    void theColumnsOfADocumentedFileAreTheOnesThatAreRead() {
        assertThat(Stream.of(CsvColumn.values()).map(CsvColumn::header).collect(Collectors.joining(",")) + "\r\n")
                .isEqualTo(HEADER);
    }

    private static CatalogFile read(String file) {
        CsvCatalog csv = CsvCatalog.read(bytes(file));
        CatalogReader reader = reader();
        CatalogFile read = reader.read(csv.document());
        assertThat(csv.wrong(reader.errors())).isEmpty();
        return read;
    }

    private static List<FieldError> errors(String file) {
        CsvCatalog csv = CsvCatalog.read(bytes(file));
        JsonNode document = csv.document();
        CatalogReader reader = reader();
        reader.read(document);
        return csv.wrong(reader.errors());
    }

    private static CatalogReader reader() {
        return new CatalogReader(Set.of("esim-go", "redteago"));
    }

    private static Problem problem(ThrowingCallable reading) {
        Problem[] caught = new Problem[1];
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> caught[0] = problem);
        return caught[0];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
