package io.esimhub.operations.security;

import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks {@link ConsoleRights} before Jolokia does anything, and writes down who switched which route. */
@Component
class ConsoleRestrictor implements Restrictor {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleRestrictor.class);
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
        return ConsoleRights.mayRead(bean, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName bean, String operation) {
        boolean allowed = ConsoleRights.mayCall(bean, operation);
        if (allowed && ConsoleRights.isSwitch(operation)) {
            LOG.info("{} asks to {} {}", operator(), operation, bean.getKeyProperty("name"));
        } else if (!allowed) {
            LOG.info("{} may not {} on {}", operator(), operation, bean);
        }
        return allowed;
    }

    /** The security filters have decided who comes this far. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** No other origin is ever told that it may; that a request is from the own one has been checked before. */
    @Override
    public boolean isOriginAllowed(String origin, boolean onlyWhenStrict) {
        return onlyWhenStrict;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName bean) {
        return false;
    }

    private static String operator() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login == null ? "nobody" : login.getName();
    }
}
