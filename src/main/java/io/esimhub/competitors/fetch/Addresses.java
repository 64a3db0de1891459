package io.esimhub.competitors.fetch;

import io.esimhub.competitors.RefusedWhy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of pages. */
public final class Addresses {

    private static final int LONGEST = 2000;

    private Addresses() {}

    /** Absolute, http or https, with a host and without a user. */
    public static URI page(String text) throws PageRefused {
        try {
            URI address = new URI(text.strip());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || address.getHost() == null || address.getRawUserInfo() != null || text.length() > LONGEST) {
                throw refused();
            }
            return address;
        } catch (URISyntaxException notAnAddress) {
            throw refused();
        }
    }

    /** In lower case; one host whatever the port, as one machine answers behind it. */
    public static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port: what one robots.txt speaks for (RFC 9309, 2.3). */
    public static String site(URI address) {
        boolean tls = address.getScheme().equalsIgnoreCase("https");
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        return (tls ? "https" : "http") + "://" + host(address) + ":" + port;
    }

    /** Without query and fragment, which may hold keys. */
    static String shown(URI address) {
        String text = address.toString();
        int end = text.indexOf('?') >= 0 ? text.indexOf('?') : text.indexOf('#');
        return end < 0 ? text : text.substring(0, end);
    }

    private static PageRefused refused() {
        return new PageRefused(
                "an address",
                RefusedWhy.BAD_ADDRESS,
                "an address has to begin with http:// or https://, name a host and no user, and be at most " + LONGEST
                        + " characters long");
    }
}
