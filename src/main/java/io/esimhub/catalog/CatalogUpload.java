package io.esimhub.catalog;

import io.esimhub.operations.web.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** {@code PUT /api/v1/ops/catalog}: JSON or CSV, as the content type says. */
@Component("catalogUpload")
class CatalogUpload {

    private static final MediaType CSV = MediaType.valueOf("text/csv");

    /** The last is what curl says when nobody told it what it sends. */
    private static final List<MediaType> JSON = List.of(
            MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_FORM_URLENCODED);

    private final CatalogImport catalog;

    CatalogUpload(CatalogImport catalog) {
        this.catalog = catalog;
    }

    /**
     * @param contentType JSON if there is none, for which {@code application/octet-stream} stands (RFC 9110, 8.3)
     * @throws Problem 415 for another format, 400 if it cannot be read, 422 with every bad entry
     */
    public CatalogReport put(String contentType, byte[] document) {
        byte[] body = document == null ? new byte[0] : document;
        MediaType type = type(contentType);
        if (CSV.equalsTypeAndSubtype(type) && isUtf8(type)) {
            CsvCatalog csv = CsvCatalog.read(body);
            return catalog.put(csv.document(), csv::wrong);
        }
        if (JSON.stream().anyMatch(type::equalsTypeAndSubtype)) {
            return catalog.put(body);
        }
        throw other();
    }

    private static MediaType type(String contentType) {
        try {
            return Optional.ofNullable(contentType)
                    .filter(text -> !text.isBlank())
                    .map(MediaType::parseMediaType)
                    .orElse(MediaType.APPLICATION_OCTET_STREAM);
        } catch (InvalidMediaTypeException none) {
            throw other();
        }
    }

    private static boolean isUtf8(MediaType type) {
        try {
            Charset charset = type.getCharset();
            return charset == null
                    || charset.equals(StandardCharsets.UTF_8)
                    || charset.equals(StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static Problem other() {
        return Problem.unsupportedMediaType("application/json or text/csv, in UTF-8");
    }
}
