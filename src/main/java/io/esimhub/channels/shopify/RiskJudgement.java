package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.shopify.ShopifyProperties.RiskHold;
import java.util.Set;
import java.util.TreeSet;

/** What Shopify's {@code OrderRiskSummary} means for us: the recommendation, and the highest level that anybody assessed. */
enum RiskJudgement {
    FINE,
    /** Nobody has assessed it yet, or somebody still does. */
    PENDING,
    RISKY;

    /** @param risk {@code Order.risk} */
    static RiskJudgement of(JsonNode risk, RiskHold hold) {
        String recommendation = risk.path("recommendation").asText();
        Set<String> levels = new TreeSet<>();
        risk.path("assessments")
                .forEach(assessment -> levels.add(assessment.path("riskLevel").asText()));
        boolean high = recommendation.equals("CANCEL") || levels.contains("HIGH");
        boolean medium = recommendation.equals("INVESTIGATE") || levels.contains("MEDIUM");
        if (hold == RiskHold.NONE) {
            return FINE;
        }
        if (high || medium && hold == RiskHold.MEDIUM) {
            return RISKY;
        }
        boolean assessed =
                recommendation.equals("ACCEPT") || levels.contains("LOW") || levels.contains("NONE") || medium;
        return levels.contains("PENDING") || !assessed ? PENDING : FINE;
    }
}
