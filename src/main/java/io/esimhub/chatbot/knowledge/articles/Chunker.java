package io.esimhub.chatbot.knowledge.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts an article into passages of a bounded size: at headings always, else between blocks, else between sentences. A passage that
 * goes on below the same heading begins with the last sentences of the one before.
 *
 * @param size most characters of a passage
 * @param overlap most characters that two of them share
 */
public record Chunker(int size, int overlap) {

    public Chunker {
        if (overlap < 0 || size < 2 || overlap > size / 2) {
            throw new IllegalArgumentException("an overlap of " + overlap + " does not fit into passages of " + size);
        }
    }

    public List<Chunk> cut(List<Section> sections) {
        List<Chunk> chunks = new ArrayList<>();
        // headings may repeat themselves in an article
        Map<List<String>, Integer> ordinals = new HashMap<>();
        for (Section section : sections) {
            for (Chunk chunk : cut(section)) {
                int ordinal = ordinals.merge(section.headingPath(), 1, Integer::sum) - 1;
                chunks.add(new Chunk(chunk.headingPath(), ordinal, chunk.text(), chunk.repeated()));
            }
        }
        return chunks;
    }

    private List<Chunk> cut(Section section) {
        List<Chunk> chunks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int repeated = 0;
        for (Piece piece : pieces(section.blocks())) {
            if (text.length() + piece.length() > size && text.length() > repeated) {
                chunks.add(new Chunk(section.headingPath(), 0, text.toString(), repeated));
                String tail = tail(text.toString(), size - piece.length());
                text.setLength(0);
                text.append(tail);
                repeated = tail.length();
            }
            text.append(text.isEmpty() ? "" : piece.before()).append(piece.text());
        }
        if (text.length() > repeated) {
            chunks.add(new Chunk(section.headingPath(), 0, text.toString(), repeated));
        }
        return chunks;
    }

    /** Whole sentences from the end, as far as they fit. */
    private String tail(String text, int room) {
        int most = Math.min(overlap, room);
        List<String> sentences = Sentences.of(text);
        int from = sentences.size();
        int length = 0;
        while (from > 0 && length + sentences.get(from - 1).length() + 1 <= most) {
            length += sentences.get(--from).length() + 1;
        }
        return String.join(" ", sentences.subList(from, sentences.size()));
    }

    private List<Piece> pieces(List<String> blocks) {
        List<Piece> pieces = new ArrayList<>();
        for (String block : blocks) {
            if (block.length() <= size - overlap - 1) {
                pieces.add(new Piece("\n", block));
                continue;
            }
            String before = "\n";
            for (String sentence : Sentences.of(block)) {
                for (String part : Sentences.bounded(sentence, size - overlap - 1)) {
                    pieces.add(new Piece(before, part));
                    before = " ";
                }
            }
        }
        return pieces;
    }

    private record Piece(String before, String text) {
        int length() {
            return before.length() + text.length();
        }
    }
}
