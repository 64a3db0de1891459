package io.esimhub.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a phone needs to fetch its profile (GSMA SGP.22, 4.1). Whoever scans it first owns the eSIM, so {@link #toString}
 * never shows it.
 *
 * @param smdpAddress host name of the SM-DP+ server, without scheme
 * @param matchingId may be empty: then the server knows the profile by the device
 * @param confirmationCodeRequired the phone will ask for a code that is never part of this one
 * @param smdpOid object identifier of the server, rarely given
 */
public record ActivationCode(
        String smdpAddress, String matchingId, boolean confirmationCodeRequired, Optional<String> smdpOid) {

    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern MATCHING_ID = Pattern.compile("[A-Za-z0-9-]*");
    private static final Pattern OID = Pattern.compile("[0-9.]+");
    private static final int MAX_LENGTH = 255;

    public ActivationCode {
        Objects.requireNonNull(smdpAddress);
        Objects.requireNonNull(matchingId);
        smdpAddress = withoutScheme(smdpAddress.strip());
        if (!HOST.matcher(smdpAddress).matches()) {
            throw new IllegalArgumentException("the SM-DP+ address is not a host name");
        }
        if (!MATCHING_ID.matcher(matchingId).matches()) {
            throw new IllegalArgumentException("the matching id has characters outside A-Z, 0-9 and -");
        }
        if (smdpOid.isPresent() && !OID.matcher(smdpOid.get()).matches()) {
            throw new IllegalArgumentException("the SM-DP+ object identifier is not one");
        }
        if (smdpAddress.length()
                        + matchingId.length()
                        + smdpOid.map(String::length).orElse(0)
                        + 6
                > MAX_LENGTH) {
            throw new IllegalArgumentException("the activation code is longer than 255 characters");
        }
    }

    public static ActivationCode of(String smdpAddress, String matchingId) {
        return new ActivationCode(smdpAddress, matchingId, false, Optional.empty());
    }

    /**
     * Reads {@code LPA:1$host$matching-id[$oid][$1]}, with or without the prefix. Fields after the fifth are ignored, as
     * SGP.22 asks of readers.
     *
     * @throws IllegalArgumentException if it is none; the message never repeats the code
     */
    public static ActivationCode parse(String text) {
        String code = text.strip();
        if (code.toUpperCase(Locale.ROOT).startsWith("LPA:")) {
            code = code.substring(4);
        }
        String[] part = code.split("\\$", -1);
        if (part.length < 3 || !"1".equals(part[0])) {
            throw new IllegalArgumentException("not an activation code of format 1");
        }
        Optional<String> oid = part.length > 3 && !part[3].isEmpty() ? Optional.of(part[3]) : Optional.empty();
        return new ActivationCode(part[1], part[2], part.length > 4 && "1".equals(part[4]), oid);
    }

    /** The text of the QR code. */
    public String lpa() {
        StringBuilder text = new StringBuilder(96);
        text.append("LPA:1$").append(smdpAddress).append('$').append(matchingId);
        if (smdpOid.isPresent() || confirmationCodeRequired) {
            text.append('$').append(smdpOid.orElse(""));
        }
        if (confirmationCodeRequired) {
            text.append("$1");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "ActivationCode[masked]";
    }

    /** eSIM Go's examples print the address with a scheme; SGP.22 wants the bare host. */
    private static String withoutScheme(String address) {
        int scheme = address.indexOf("://");
        String host = scheme < 0 ? address : address.substring(scheme + 3);
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }
}
