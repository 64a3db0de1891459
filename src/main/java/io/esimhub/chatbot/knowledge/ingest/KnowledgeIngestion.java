package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.vectors.PassageVectors;
import io.esimhub.operations.work.WorkItem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the folder as a whole, in one transaction: a run that dies is simply run again. */
@Component("knowledgeIngestion")
class KnowledgeIngestion {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeIngestion.class);

    private static final String REMEMBER =
            """
            insert into knowledge.kb_readings (read_at, asked_by, articles, written, removed, kept_back, unreadable)
            values (?, ?, ?, ?, ?, ?, ?)""";

    /** Long enough to see what happened lately. */
    private static final String FORGET =
            "delete from knowledge.kb_readings where id <= (select max(id) - 100 from knowledge.kb_readings)";

    private final ArticleFolder folder;
    private final ArticleBooks books;
    private final FolderProblems problems;
    private final PassageVectors vectors;
    private final KnowledgeProperties properties;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    KnowledgeIngestion(
            ArticleFolder folder,
            ArticleBooks books,
            FolderProblems problems,
            PassageVectors vectors,
            KnowledgeProperties properties,
            TransactionTemplate transactions,
            JdbcTemplate jdbc,
            Clock clock) {
        this.folder = folder;
        this.books = books;
        this.problems = problems;
        this.vectors = vectors;
        this.properties = properties;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void read(WorkItem item) {
        IngestionWish wish = IngestionWish.of(item.payload());
        FolderReport report = read(wish);
        if (report.written() + report.removed() + report.keptBack() + report.unreadable() > 0) {
            LOG.info("The articles' folder was read: {}", report);
        }
    }

    FolderReport read(IngestionWish wish) {
        return transactions.execute(status -> {
            books.lock(); // first: what was read before another run's files must not be written after them
            Map<String, KnownDocument> known =
                    books.known().stream().collect(Collectors.toMap(KnownDocument::id, Function.identity()));
            FolderArticles found = FolderArticles.read(
                    folder.files(),
                    properties.language(),
                    known.values().stream()
                            .filter(KnownDocument::byEndpoint)
                            .map(KnownDocument::id)
                            .collect(Collectors.toSet()));
            int missed = folder.packagedOnly() && !wish.force() ? own(known.values(), found) : 0;
            problems.folder(missed > 0);
            return missed > 0 ? remember(new FolderReport(0, 0, 0, missed, 0), wish) : merge(known, found, wish);
        });
    }

    /** The seller's own articles: a folder that was forgotten must not make the jar's terms his. Those that are just like the jar's do not count. */
    private int own(Collection<KnownDocument> known, FolderArticles packaged) {
        return (int) known.stream()
                .filter(KnownDocument::ofFolder)
                .filter(document -> packaged.articles().values().stream()
                        .noneMatch(article -> article.id().equals(document.id())
                                && books.hash(article).equals(document.hash())))
                .count();
    }

    private FolderReport merge(Map<String, KnownDocument> known, FolderArticles found, IngestionWish wish) {
        int written = (int) found.articles().entrySet().stream()
                .map(each -> books.write(
                        each.getValue(),
                        each.getKey(),
                        Optional.ofNullable(known.get(each.getValue().id()))))
                .filter(Written::changed)
                .count();
        Vanished vanished = Vanished.of(
                known.values().stream()
                        .filter(document -> !document.byEndpoint())
                        .collect(Collectors.toMap(KnownDocument::id, KnownDocument::source)),
                found,
                properties.greatestLoss(),
                wish.force() || insteadOfTheJars(known.values(), found));
        if (vanished.believed()) {
            vanished.ids().forEach(books::remove);
        }
        books.countWords();
        vectors.wanted();
        problems.found(found.broken());
        problems.lost(vanished);
        int gone = vanished.ids().size();
        FolderReport report = new FolderReport(
                found.articles().size(),
                written,
                vanished.believed() ? gone : 0,
                vanished.believed() ? 0 : gone,
                found.broken().size());
        return remember(report, wish);
    }

    /** Whoever has articles of his own has no need of the jar's. */
    private boolean insteadOfTheJars(Collection<KnownDocument> known, FolderArticles found) {
        return !folder.packagedOnly()
                && !found.articles().isEmpty()
                && found.broken().isEmpty()
                && known.stream().noneMatch(KnownDocument::ofFolder);
    }

    private FolderReport remember(FolderReport report, IngestionWish wish) {
        jdbc.update(
                REMEMBER,
                Timestamp.from(clock.instant()),
                wish.by(),
                report.articles(),
                report.written(),
                report.removed(),
                report.keptBack(),
                report.unreadable());
        jdbc.update(FORGET);
        return report;
    }
}
