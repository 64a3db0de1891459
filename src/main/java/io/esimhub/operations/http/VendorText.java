package io.esimhub.operations.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a vendor's sentence fit to be kept and shown: one line, 200 characters at most. Our own secrets, activation codes and
 * whatever looks like a key or a matching id (24 and more letters and digits in a row) are masked, as a vendor may repeat
 * what it was sent.
 */
public final class VendorText {

    private static final int MAX = 200;
    private static final int READ = 1600;
    private static final int SHORTEST_SECRET = 4;
    private static final String MASK = "[masked]";
    private static final Pattern CODE = Pattern.compile("(?i)LPA:\\S+|\\b1\\$\\S+");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{24,}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final List<String> secrets;

    /** @param secrets what we send to this vendor to be let in; null and very short ones are passed over */
    public VendorText(String... secrets) {
        this.secrets = Stream.of(secrets)
                .filter(Objects::nonNull)
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** @param text may be null */
    public String of(String text) {
        if (text == null) {
            return "";
        }
        String shown = text.length() > READ ? text.substring(0, READ) : text;
        for (String secret : secrets) {
            shown = shown.replace(secret, MASK);
        }
        shown = KEY.matcher(CODE.matcher(shown).replaceAll(MASK)).replaceAll(MASK);
        shown = CONTROL.matcher(shown).replaceAll(" ").strip();
        return shown.length() <= MAX ? shown : shown.substring(0, MAX);
    }

    /** UTF-8. */
    public String of(byte[] body) {
        return of(new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8));
    }
}
