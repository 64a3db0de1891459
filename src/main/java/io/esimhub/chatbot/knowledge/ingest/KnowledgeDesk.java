package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.articles.Article;
import io.esimhub.chatbot.knowledge.articles.ArticleReader;
import io.esimhub.chatbot.knowledge.articles.ArticleReader.Format;
import io.esimhub.chatbot.knowledge.articles.Defaults;
import io.esimhub.chatbot.knowledge.articles.Reading;
import io.esimhub.chatbot.knowledge.articles.Reading.Readable;
import io.esimhub.chatbot.knowledge.articles.Reading.Unreadable;
import io.esimhub.chatbot.knowledge.vectors.PassageVectors;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Single articles, by the operators' endpoint. What came from the folder is changed in the folder. */
@Component("knowledgeDesk")
public class KnowledgeDesk {

    private final ArticleBooks books;
    private final PassageVectors vectors;
    private final KnowledgeProperties properties;

    KnowledgeDesk(ArticleBooks books, PassageVectors vectors, KnowledgeProperties properties) {
        this.books = books;
        this.vectors = vectors;
        this.properties = properties;
    }

    /**
     * {@code PUT /api/v1/ops/knowledge/documents/{id}}.
     *
     * @throws Problem 409 the id is a file's, 413, 415, 422 with the line that is wrong
     */
    @Transactional
    public Map<String, Object> put(String id, String contentType, byte[] body) {
        Article article = article(id, format(contentType), body == null ? new byte[0] : body);
        books.lock();
        Optional<KnownDocument> before = books.known(id);
        before.ifPresent(KnowledgeDesk::refuseFile);
        Written written = books.write(article, KnownDocument.API, before);
        books.countWords();
        vectors.wanted();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("title", article.title());
        answer.put("language", article.language());
        answer.put("status", article.status().name().toLowerCase(java.util.Locale.ROOT));
        answer.put("created", written.created());
        answer.put("chunks", written.chunks());
        answer.put("chunksWritten", written.written());
        answer.put("chunksRemoved", written.removed());
        return answer;
    }

    /** @throws Problem 404 there is none, 409 it is a file's */
    @Transactional
    public void delete(String id) {
        books.lock();
        KnownDocument known =
                books.known(id).orElseThrow(() -> Problem.notFound("no-such-document", "There is no such document."));
        refuseFile(known);
        books.remove(id);
        books.countWords();
    }

    private Article article(String id, Format format, byte[] body) {
        if (body.length > properties.maxArticle().toBytes()) {
            throw Problem.tooLarge(properties.maxArticle().toBytes());
        }
        Reading reading = ArticleReader.read(format, body, new Defaults(id, properties.language()));
        if (reading instanceof Unreadable wrong) {
            throw refused(
                    new FieldError(wrong.field(), "line " + wrong.line() + ": " + wrong.reason(), wrong.remedy()));
        }
        Article article = ((Readable) reading).article();
        if (!article.id().equals(id)) {
            throw refused(new FieldError(
                    "id", "is not the one of the address", "write the same in both, or leave it out of the article"));
        }
        return article;
    }

    private static Problem refused(FieldError error) {
        return Problem.unprocessable("bad-article", "The article cannot be read; nothing was changed.", List.of(error));
    }

    private static void refuseFile(KnownDocument known) {
        if (!known.byEndpoint()) {
            throw Problem.conflict(
                    "article-of-folder",
                    "This article comes from " + known.source() + ". Change or remove it there, or choose another id.");
        }
    }

    private static Format format(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            if (type.isCompatibleWith(MediaType.TEXT_MARKDOWN)) {
                return Format.MARKDOWN;
            }
            if (type.isCompatibleWith(MediaType.TEXT_HTML)) {
                return Format.HTML;
            }
        } catch (InvalidMediaTypeException none) {
            // as below
        }
        throw Problem.unsupportedMediaType("text/markdown or text/html, in UTF-8");
    }
}
