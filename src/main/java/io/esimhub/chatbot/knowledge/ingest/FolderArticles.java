package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.articles.Article;
import io.esimhub.chatbot.knowledge.articles.ArticleReader;
import io.esimhub.chatbot.knowledge.articles.Reading;
import io.esimhub.chatbot.knowledge.articles.Reading.Readable;
import io.esimhub.chatbot.knowledge.articles.Reading.Unreadable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the folder.
 *
 * @param articles by source
 * @param broken by source
 */
record FolderArticles(Map<String, Article> articles, Map<String, Unreadable> broken) {

    /**
     * @param language of files in no language's folder
     * @param taken ids of articles that came by the endpoint
     */
    static FolderArticles read(List<ArticleFile> files, String language, Set<String> taken) {
        FolderArticles folder = new FolderArticles(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, String> ids = new HashMap<>();
        for (ArticleFile file : files) {
            Reading reading = file.bytes() == null
                    ? new Unreadable(1, "file", file.trouble(), "shorten it, divide it, or let the hub's user read it")
                    : ArticleReader.read(file.format(), file.bytes(), file.defaults(language));
            if (reading instanceof Unreadable unreadable) {
                folder.broken.put(file.source(), unreadable);
            } else if (reading instanceof Readable readable) {
                folder.add(file, readable.article(), ids, taken);
            }
        }
        return folder;
    }

    private void add(ArticleFile file, Article article, Map<String, String> ids, Set<String> taken) {
        String first = ids.putIfAbsent(article.id(), file.path());
        if (first != null) {
            broken.put(
                    file.source(),
                    new Unreadable(1, "id", "is that of " + first + ", too", "give each article an id of its own"));
        } else if (taken.contains(article.id())) {
            broken.put(
                    file.source(),
                    new Unreadable(
                            1,
                            "id",
                            "is that of an article that came by the endpoint",
                            "delete that one, or give this one another id"));
        } else {
            articles.put(file.source(), article);
        }
    }

    boolean holds(String source) {
        return articles.containsKey(source) || broken.containsKey(source);
    }
}
