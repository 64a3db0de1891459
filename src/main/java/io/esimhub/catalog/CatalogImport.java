package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code PUT /api/v1/ops/catalog}: merges a catalog into ours, all of it or nothing. Never deletes. */
@Component("catalogImport")
class CatalogImport {

    private final CatalogBooks books;
    private final CatalogLock lock;
    private final WaitingOrders waitingOrders;
    private final MarginAlarm marginAlarm;
    private final ObjectMapper json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CatalogImport(
            CatalogBooks books,
            CatalogLock lock,
            WaitingOrders waitingOrders,
            MarginAlarm marginAlarm,
            ObjectMapper json,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.lock = lock;
        this.waitingOrders = waitingOrders;
        this.marginAlarm = marginAlarm;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param document JSON, UTF-8
     * @throws Problem 400 if it is no JSON, 422 with every bad entry's path and reason
     */
    public CatalogReport put(byte[] document) {
        return put(parse(document), UnaryOperator.identity());
    }

    /**
     * @param naming tells what is wrong in the words of the file that the document was made from, and may find more
     * @throws Problem 422 with every bad entry
     */
    CatalogReport put(JsonNode tree, UnaryOperator<List<FieldError>> naming) {
        return transactions.execute(status -> {
            lock.take();
            CatalogReader reader = new CatalogReader(books.supplierCodes());
            CatalogFile file = reader.read(tree);
            List<FieldError> errors = naming.apply(reader.errors());
            if (!errors.isEmpty()) {
                throw Problem.unprocessable(
                        "bad-catalog", errors.size() + " entries are wrong; nothing was imported.", errors);
            }
            return merge(file);
        });
    }

    private CatalogReport merge(CatalogFile file) {
        CatalogReport report = new CatalogReport(
                count(file.suppliers().stream(), books::merge),
                count(file.products().stream(), books::merge),
                count(
                        file.products().stream().flatMap(product -> product.variants().stream()
                                .map(variant -> (Function<CatalogBooks, Optional<Boolean>>)
                                        target -> target.merge(product.sku(), variant))),
                        write -> write.apply(books)),
                count(
                        file.products().stream().flatMap(product -> product.tierPrices().stream()
                                .map(price -> (Function<CatalogBooks, Optional<Boolean>>)
                                        target -> target.merge(product.sku(), price))),
                        write -> write.apply(books)));
        marginAlarm.look("catalog import");
        waitingOrders.takeUp(
                file.products().stream().map(CatalogFile.Product::sku).toList(), "catalog:" + clock.instant());
        return report;
    }

    private JsonNode parse(byte[] document) {
        try {
            JsonNode tree = json.readTree(document);
            if (tree != null && !tree.isMissingNode()) {
                return tree;
            }
        } catch (IOException unreadable) {
            // answered below; the parser's words may hold parts of the document
        }
        throw Problem.badRequest("not-json", "The body is not JSON. Send the catalog as application/json in UTF-8.");
    }

    private static <T> Changes count(Stream<T> entries, Function<T, Optional<Boolean>> write) {
        int[] counts = new int[3];
        entries.forEach(entry -> {
            Optional<Boolean> isNew = write.apply(entry);
            counts[isNew.map(created -> created ? 0 : 1).orElse(2)]++;
        });
        return new Changes(counts[0], counts[1], counts[2]);
    }
}
