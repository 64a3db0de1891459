package io.esimhub.chatbot.knowledge.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Articles whose files are gone. An emptied or half-copied folder looks just like one whose articles were deleted, so a great loss needs a
 * person's word.
 *
 * @param ids of the articles that are gone
 * @param believed whether they may be removed
 */
record Vanished(List<String> ids, boolean believed) {

    /**
     * @param known ids and sources of articles that came from the folder
     * @param greatestLoss per cent that may be gone at once
     * @param accepted by a person
     */
    static Vanished of(Map<String, String> known, FolderArticles folder, BigDecimal greatestLoss, boolean accepted) {
        List<String> gone = known.entrySet().stream()
                .filter(document -> !folder.holds(document.getValue()))
                .map(Map.Entry::getKey)
                // under another name it is not gone
                .filter(id -> folder.articles().values().stream()
                        .noneMatch(article -> article.id().equals(id)))
                .sorted()
                .toList();
        BigDecimal allowed = greatestLoss.multiply(BigDecimal.valueOf(known.size()));
        boolean few = BigDecimal.valueOf(100L * gone.size()).compareTo(allowed) <= 0;
        return new Vanished(gone, gone.isEmpty() || few || accepted);
    }
}
