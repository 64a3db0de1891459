package io.esimhub.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.web.Problem;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/** {@code GET /api/v1/ops/catalog}: the catalog as it can be imported again. */
@Component("catalogDownload")
class CatalogDownload {

    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private final ObjectMapper json;

    CatalogDownload(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param format {@code json} or {@code csv}; absent: what the caller accepts first, else JSON
     * @throws Problem 400 for another format
     */
    public boolean wantsCsv(String format, String accept) {
        if (format == null || format.isBlank()) {
            return prefersCsv(accept);
        }
        if (!List.of("json", "csv").contains(format)) {
            throw Problem.badParameter("format", "is neither json nor csv", "send one of the two, or leave it out");
        }
        return "csv".equals(format);
    }

    /** @param document the catalog in JSON */
    public String csv(String document) throws JsonProcessingException {
        return CsvExport.of(json.readTree(document));
    }

    private static boolean prefersCsv(String accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.includes(CSV) || type.includes(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .map(type -> !type.includes(MediaType.APPLICATION_JSON))
                    .orElse(false);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
