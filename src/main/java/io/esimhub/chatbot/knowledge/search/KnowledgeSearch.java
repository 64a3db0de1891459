package io.esimhub.chatbot.knowledge.search;

import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/knowledge}. */
@Component("knowledgeSearch")
public class KnowledgeSearch {

    private final Search search;
    private final Clock clock;

    KnowledgeSearch(Search search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** @throws Problem 400 for a parameter that is wrong */
    public Map<String, Object> ask(String q, String lang, String limit) {
        KnowledgeQuery query = KnowledgeQuery.of(q, lang, limit);
        Found found = search.search(query.question(), query.language(), query.limit());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("q", query.question());
        answer.put("lang", query.language());
        answer.put("asOf", clock.instant());
        if (!found.corrected().isEmpty()) {
            answer.put("corrected", found.corrected());
        }
        answer.put("passages", found.passages());
        return answer;
    }
}
