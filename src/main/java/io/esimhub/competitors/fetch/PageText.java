package io.esimhub.competitors.fetch;

import io.esimhub.competitors.RefusedWhy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page: its charset by byte order mark, header, or the beginning of an HTML page, in the order of the WHATWG's encoding
 * sniffing, else UTF-8. Bytes that are no text in it are not guessed at: a price may be among them.
 */
public final class PageText {

    private static final int BEGINNING = 1024;
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private PageText() {}

    public static String of(Page page) throws PageRefused {
        byte[] body = page.body();
        try {
            if (starts(body, 0xef, 0xbb, 0xbf)) {
                return decode(body, 3, StandardCharsets.UTF_8);
            }
            if (starts(body, 0xfe, 0xff)) {
                return decode(body, 2, StandardCharsets.UTF_16BE);
            }
            if (starts(body, 0xff, 0xfe)) {
                return decode(body, 2, StandardCharsets.UTF_16LE);
            }
            return decode(body, 0, charset(page));
        } catch (CharacterCodingException notText) {
            throw new PageRefused(page.address(), RefusedWhy.CHARSET, "bytes that are no text in the page's charset");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new PageRefused(page.address(), RefusedWhy.CHARSET, "a charset that nobody knows");
        }
    }

    private static Charset charset(Page page) {
        // by its name, as the header's parser passes over names that it does not know
        String declared = page.type().getParameter("charset");
        if (declared != null) {
            return asBrowsersDo(declared);
        }
        if (!page.type().getMimeType().toLowerCase(Locale.ROOT).contains("html")) {
            return StandardCharsets.UTF_8;
        }
        int length = Math.min(page.body().length, BEGINNING);
        Matcher meta = META.matcher(new String(page.body(), 0, length, StandardCharsets.ISO_8859_1));
        return meta.find() ? asBrowsersDo(meta.group(1)) : StandardCharsets.UTF_8;
    }

    /** Latin 1 means Windows' code page in the web, where the euro sign is. */
    private static Charset asBrowsersDo(String name) {
        Charset charset = Charset.forName(name.strip());
        boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return latin ? Charset.forName("windows-1252") : charset;
    }

    private static String decode(byte[] body, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body, from, body.length - from))
                .toString();
    }

    private static boolean starts(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
