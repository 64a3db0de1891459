package io.esimhub.competitors.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an element as a customer reads it. Two numbers that meet at a tag are two: {@code $4<sup>99</sup>} is not 499, and a
 * struck price is none of the digits of the new one.
 */
final class ShownText {

    private static final String BETWEEN_NUMBERS = " | ";

    private ShownText() {}

    static String of(Element element) {
        Joints joints = new Joints();
        element.traverse(joints);
        return joints.met ? joints.text.toString().strip().replaceAll("\\s+", " ") : element.text();
    }

    private static final class Joints implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private boolean met;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                join(words.getWholeText());
            } else if (node instanceof Element tag && (tag.isBlock() || "br".equals(tag.normalName()))) {
                text.append(' ');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element tag && tag.isBlock()) {
                text.append(' ');
            }
        }

        private void join(String words) {
            if (!words.isEmpty()
                    && !text.isEmpty()
                    && Character.isDigit(text.charAt(text.length() - 1))
                    && Character.isDigit(words.charAt(0))) {
                met = true;
                text.append(BETWEEN_NUMBERS);
            }
            text.append(words);
        }
    }
}
