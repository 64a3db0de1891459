package io.esimhub.chatbot.knowledge.articles;

/** Text on one line: white space is one blank, and characters that cannot be seen are gone. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::shown).forEach(each -> {
            if (!Character.isWhitespace(each) && !Character.isSpaceChar(each)) {
                plain.appendCodePoint(each);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    /** Private characters mark what was found, later on; lone halves of characters cannot be stored; soft hyphens part words. */
    private static boolean shown(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character)
                || type != Character.CONTROL
                        && type != Character.PRIVATE_USE
                        && type != Character.SURROGATE
                        && character != 0x00AD
                        && character != 0x200B
                        && character != 0xFEFF;
    }
}
