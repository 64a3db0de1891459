package io.esimhub.competitors;

/** Why a page was not fetched or not read. */
public enum RefusedWhy {
    /** Our own settings do not say how, or who we are. */
    SETTINGS,
    /** Not http or https, a user in it, or no address at all. */
    BAD_ADDRESS,
    /** Leads into our own network, or to this machine. */
    PRIVATE_ADDRESS,
    /** The site's robots.txt asks us to stay away, or could not be read. */
    ROBOTS,
    /** The host is left alone for a while, after errors or because it asked for it. */
    RESTING,
    /** No connection, or it broke. */
    UNREACHABLE,
    /** Took longer than the settings allow. */
    TIMEOUT,
    /** Leads elsewhere; redirects are not followed. */
    REDIRECT,
    /** Any status but 200. */
    STATUS,
    /** Neither of the content types that this source may have. */
    WRONG_TYPE,
    /** Longer than the settings allow, packed or unpacked. */
    TOO_LONG,
    /** Bytes that are no text in the charset the page says it has. */
    CHARSET,
    /** Not JSON or XML, or nested deeper than anything real. */
    MALFORMED
}
