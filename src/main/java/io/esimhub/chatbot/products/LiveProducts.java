package io.esimhub.chatbot.products;

import io.esimhub.fulfillment.Availability;
import io.esimhub.fulfillment.Buyable;
import io.esimhub.model.Money;
import io.esimhub.operations.web.PathPart;
import io.esimhub.operations.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/products} and {@code …/{sku}}: read from the database with every request. */
@Component("products")
public class LiveProducts {

    private static final int LONGEST_SKU = 200;

    private final JdbcTemplate jdbc;
    private final Availability availability;
    private final Clock clock;

    LiveProducts(DataSource database, ProductsProperties properties, Availability availability, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout((int) properties.answerWithin().toSeconds());
        this.availability = availability;
        this.clock = clock;
    }

    /** The question is in the query parameters. @throws Problem 400 naming every wrong one */
    public ProductPage list(Exchange exchange) {
        return list(new QuestionReader(name -> exchange.getMessage().getHeader(name, String.class)).read());
    }

    /** One page of what is on sale, by SKU. */
    public ProductPage list(ProductQuestion question) {
        Instant now = clock.instant();
        List<Row> rows = read(ProductStatement.of(question));
        List<Row> page = rows.subList(0, Math.min(rows.size(), question.limit()));
        return new ProductPage(
                now,
                products(page),
                rows.size() > page.size()
                        ? QuestionReader.cursorOf(page.get(page.size() - 1).sku())
                        : null);
    }

    /** One product, on sale or not. @param encoded its SKU as it stands in the path @throws Problem 404 the catalog has no such SKU */
    public ProductAnswer one(String encoded) {
        Instant now = clock.instant();
        String sku = PathPart.decoded(encoded);
        List<Row> rows =
                sku.length() > LONGEST_SKU || sku.indexOf(0) >= 0 ? List.of() : read(ProductStatement.one(sku));
        if (rows.isEmpty()) {
            throw Problem.notFound(
                    "no-such-product",
                    "The catalog has no product of this SKU. GET /api/v1/products lists what it has.");
        }
        return new ProductAnswer(now, products(rows).get(0));
    }

    /** What fits a customer's wish best, the best first; of what is on sale. */
    public List<Product> closest(ClosestQuestion question) {
        return products(read(ProductStatement.closest(question)));
    }

    private List<Product> products(List<Row> rows) {
        Map<String, Buyable> buyable = availability.of(rows.stream()
                .filter(row -> row.obstacle().isEmpty())
                .map(Row::sku)
                .toList());
        return rows.stream().map(row -> row.product(buyable.get(row.sku()))).toList();
    }

    private List<Row> read(ProductStatement statement) {
        return jdbc.query(
                statement.sql(), LiveProducts::row, statement.arguments().toArray());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("sku"),
                row.getString("name"),
                row.getString("kind"),
                List.copyOf(Arrays.asList((String[]) row.getArray("countries").getArray())),
                row.getObject("data_mb", Integer.class),
                row.getObject("validity_days", Integer.class),
                row.getString("retail_currency") == null
                        ? Optional.empty()
                        : Optional.of(new Money(row.getBigDecimal("retail_amount"), row.getString("retail_currency"))),
                "active".equals(row.getString("status")),
                row.getTimestamp("updated_at").toInstant());
    }
}
