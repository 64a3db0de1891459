package io.esimhub.channels.amazon.sns;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in messages of SNS. Whoever writes the message writes them, so only Amazon's own hosts are ever called. */
public final class SnsAddress {

    private static final Pattern HOST = Pattern.compile("sns\\.[a-zA-Z0-9-]{3,}\\.amazonaws\\.com(\\.cn)?");

    private SnsAddress() {}

    /** The address of a signing certificate; empty if it is not SNS's own. */
    public static Optional<URI> certificate(String url) {
        return ofSns(url)
                .filter(address ->
                        address.getPath() != null && address.getPath().endsWith(".pem"))
                .filter(address -> address.getQuery() == null);
    }

    /** The address that confirms a subscription; empty if it is not SNS's own. */
    public static Optional<URI> subscription(String url) {
        return ofSns(url)
                .filter(address ->
                        address.getQuery() != null && address.getQuery().contains("Action=ConfirmSubscription"));
    }

    private static Optional<URI> ofSns(String url) {
        try {
            URI address = URI.create(url);
            boolean sns = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && HOST.matcher(address.getHost()).matches()
                    && address.getUserInfo() == null
                    && (address.getPort() == -1 || address.getPort() == 443)
                    && address.getFragment() == null;
            return sns ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
