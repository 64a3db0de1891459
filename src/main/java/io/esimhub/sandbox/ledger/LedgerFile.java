package io.esimhub.sandbox.ledger;

import io.esimhub.sandbox.SandboxJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON lines, one {@code write} each. What the operating system has taken outlives the death of any process, which is all
 * that is asked of it: there is no {@code fsync}.
 */
class LedgerFile {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);

    private final Path path;
    private final SandboxJson json;
    private final FileChannel channel;

    LedgerFile(Path folder, SandboxJson json) {
        this.path = folder.resolve("ledger.jsonl");
        this.json = json;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every line; one that is torn was never answered, and is skipped. */
    void replay(Consumer<LedgerEntry> reader) {
        try (var lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line.getBytes(StandardCharsets.ISO_8859_1), reader);
            }
            closeTornLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void append(LedgerEntry entry) {
        byte[] line = json.write(entry);
        ByteBuffer bytes =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        write(bytes);
    }

    private void read(byte[] line, Consumer<LedgerEntry> reader) {
        if (line.length == 0) {
            return;
        }
        try {
            reader.accept(json.read(line, LedgerEntry.class));
        } catch (IOException e) {
            LOG.warn("{}: a line of {} bytes is torn and was skipped", path, line.length);
        }
    }

    /** What is written next must not continue it. */
    private void closeTornLine() throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            return;
        }
        try (FileChannel end = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            end.read(last, size - 1);
            if (last.get(0) != '\n') {
                write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
