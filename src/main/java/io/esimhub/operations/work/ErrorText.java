package io.esimhub.operations.work;

import java.util.StringJoiner;

/** What is kept of an exception: the classes of its causes and the last one's sentence, on one bounded line. */
public final class ErrorText {

    private static final int MAX = 400;
    private static final int MAX_CAUSES = 6;

    private ErrorText() {}

    public static String of(Throwable error) {
        StringJoiner classes = new StringJoiner(" < ");
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            classes.add(cause.getClass().getSimpleName());
            error = cause;
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        String sentence = String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        String text = classes + ": " + sentence;
        return text.length() <= MAX ? text : text.substring(0, MAX);
    }
}
