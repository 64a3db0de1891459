package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.articles.Reading.Unreadable;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was wrong in the folder, for the list and as cases: one a file, closed when the file can be read. */
@Component
class FolderProblems {

    static final String KIND = "knowledge";

    private static final String LOSS = "folder";
    private static final String FOLDER = "folder-gone";
    private static final String REMEMBER =
            """
            insert into knowledge.kb_problems (source, line, reason, remedy, found_at) values (?, ?, ?, ?, ?)
            on conflict (source) do update set line = excluded.line, reason = excluded.reason, remedy = excluded.remedy""";

    private static final String MENDED = "delete from knowledge.kb_problems where source <> all(?) returning source";

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final Clock clock;

    FolderProblems(JdbcTemplate jdbc, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    void found(Map<String, Unreadable> broken) {
        List<String> mended =
                jdbc.queryForList(MENDED, String.class, (Object) broken.keySet().toArray(String[]::new));
        mended.forEach(source -> cases.close(KIND, source, KIND, "the file can be read, or is gone"));
        broken.forEach((source, how) -> {
            jdbc.update(
                    REMEMBER,
                    source,
                    how.line(),
                    how.field() + " " + how.reason(),
                    how.remedy(),
                    Timestamp.from(clock.instant()));
            cases.open(CaseReport.of(KIND, "UNREADABLE_ARTICLE", source).failed(0, how.toString()));
        });
    }

    /** @param gone whether there is none beside the process any more, although the base has its articles */
    void folder(boolean gone) {
        if (!gone) {
            cases.close(KIND, FOLDER, KIND, "the folder is there, or was given up");
            return;
        }
        cases.open(CaseReport.of(KIND, "FOLDER_GONE", FOLDER)
                .failed(
                        0,
                        "hub.knowledge.folder is not beside the process any more; its articles were kept. Put it back, or read"
                                + " the jar's articles instead with force=true"));
    }

    void lost(Vanished vanished) {
        if (vanished.believed()) {
            cases.close(KIND, LOSS, KIND, "the folder is believed");
            return;
        }
        cases.open(CaseReport.of(KIND, "TOO_MANY_GONE", LOSS)
                .failed(
                        0,
                        vanished.ids().size()
                                + " articles are gone from the folder and were kept; put them back, or read it"
                                + " with force=true: "
                                + String.join(
                                        ", ", vanished.ids().stream().limit(20).toList())));
    }
}
