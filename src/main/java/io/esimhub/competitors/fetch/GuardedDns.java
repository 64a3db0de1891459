package io.esimhub.competitors.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for the client, which connects to the very addresses that were looked at here: a name that means one thing when it is checked
 * and another when it is used (DNS rebinding) gains nothing.
 */
class GuardedDns implements DnsResolver {

    private final DnsResolver names;
    private final Set<String> allowed;

    GuardedDns(Set<String> allowed) {
        this(SystemDefaultDnsResolver.INSTANCE, allowed);
    }

    GuardedDns(DnsResolver names, Set<String> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!allowed.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : addresses) {
                if (PrivateAddresses.isPrivate(address)) {
                    throw new PrivateAddress();
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** One of a host's addresses is none of the internet's. */
    static class PrivateAddress extends UnknownHostException {}
}
