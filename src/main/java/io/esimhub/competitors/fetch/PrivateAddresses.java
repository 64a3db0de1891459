package io.esimhub.competitors.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which network addresses no page on the internet has: IANA's registries of special-purpose addresses for IPv4 and IPv6. */
final class PrivateAddresses {

    private PrivateAddresses() {}

    static boolean isPrivate(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? special4(address.getAddress()) : special6(address.getAddress()));
    }

    private static boolean special4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 168 && second == 63 && (bytes[2] & 0xff) == 129 && bytes[3] == 16 // Azure's own services
                || first == 198 && (second == 18 || second == 19);
    }

    /** All that is not global unicast, and the global ones that wrap an IPv4 address of somebody's choice (NAT64, Teredo, 6to4). */
    private static boolean special6(byte[] bytes) {
        int first = word(bytes, 0);
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean teredo = first == 0x2001 && word(bytes, 2) == 0;
        return !globalUnicast || teredo || first == 0x2002;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
