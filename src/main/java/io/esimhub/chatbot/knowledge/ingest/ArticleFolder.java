package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The articles' files: those of the folder beside the process if there is one, as a whole, else those in the jar. */
@Component
class ArticleFolder {

    private static final int DEEPEST = 5;

    private final KnowledgeProperties properties;

    ArticleFolder(KnowledgeProperties properties) {
        this.properties = properties;
    }

    /** Whether there is no folder beside the process, so that the jar's articles are all there is. */
    boolean packagedOnly() {
        return !Files.isDirectory(Path.of(properties.folder()));
    }

    /** In the order of their paths. A file that cannot be read is one of them. */
    List<ArticleFile> files() {
        try {
            return (packagedOnly() ? packaged() : beside(Path.of(properties.folder())))
                    .stream().sorted(Comparator.comparing(ArticleFile::path)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("hub.knowledge.folder cannot be read", e);
        }
    }

    private List<ArticleFile> beside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isArticle(name(folder, file)))
                    .map(file -> read(false, name(folder, file), () -> Files.newInputStream(file)))
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private List<ArticleFile> packaged() throws IOException {
        String root = "/" + properties.folder() + "/";
        List<ArticleFile> files = new ArrayList<>();
        for (Resource resource : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + properties.folder() + "/**/*.*")) {
            String address = resource.getURL().getPath();
            int at = address.lastIndexOf(root);
            if (at >= 0 && isArticle(address)) {
                files.add(read(true, address.substring(at + root.length()), resource::getInputStream));
            }
        }
        return files;
    }

    private static boolean isArticle(String path) {
        return ArticleFile.format(path).isPresent()
                && Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."));
    }

    private ArticleFile read(boolean packaged, String path, Opening opening) {
        int most = Math.toIntExact(properties.maxArticle().toBytes());
        try (InputStream in = opening.open()) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most
                    ? new ArticleFile(packaged, path, null, "is longer than " + most + " bytes")
                    : new ArticleFile(packaged, path, bytes, null);
        } catch (IOException unreadable) {
            return new ArticleFile(packaged, path, null, "cannot be opened");
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
