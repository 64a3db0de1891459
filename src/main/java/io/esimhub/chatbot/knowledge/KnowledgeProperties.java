package io.esimhub.chatbot.knowledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.knowledge}.
 *
 * @param folder articles in Markdown and HTML, in sub-folders named like their language; beside the process, else in the jar
 * @param language of articles and questions that do not say theirs
 * @param maxArticle longest file or body
 * @param chunk how articles are cut
 * @param greatestLoss per cent of the folder's articles that may vanish at once without a person's word
 * @param cron when the folder is read: second, minute, hour, day of month, month, day of week, as Quartz reads it
 * @param timeZone of that expression
 * @param misfire what Quartz does about a time that was missed: 1 makes up for it once, 2 leaves it out
 * @param perDocument most passages of one article in an answer
 * @param embedding who turns texts into vectors, if anybody
 * @param synonyms by language: groups of words and phrases that mean the same to customers
 */
@Validated
@ConfigurationProperties("hub.knowledge")
public record KnowledgeProperties(
        @DefaultValue("config/knowledge") @NotBlank String folder,
        @DefaultValue("en") @NotBlank String language,
        @DefaultValue("256KB") DataSize maxArticle,
        @DefaultValue @Valid Chunk chunk,
        @DefaultValue("50") @DecimalMin("0") @DecimalMax("100") BigDecimal greatestLoss,
        @DefaultValue("0 23 * * * ?") String cron,
        @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("1") @Min(1) @Max(2) int misfire,
        @DefaultValue("2") @Min(1) int perDocument,
        @DefaultValue @Valid Embedding embedding,
        @DefaultValue Map<String, List<List<String>>> synonyms) {

    /**
     * @param size most characters of a passage
     * @param overlap most characters that a passage repeats of the one before
     */
    public record Chunk(
            @DefaultValue("1200") @Min(200) @Max(10_000) int size,
            @DefaultValue("150") @Min(0) @Max(100_000) int overlap) {}
}
