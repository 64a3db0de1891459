package io.esimhub.operations.security;

import java.util.Set;
import javax.management.ObjectName;

/**
 * What an operator may do over JMX: look at everything that holds no secret, and start and stop routes. Camel's beans also
 * send messages, change and remove routes and show bodies; none of that is named here, so none of it is allowed.
 */
final class ConsoleRights {

    private static final Set<String> ROUTE_SWITCHES = Set.of("start", "stop", "suspend", "resume");

    private static final Set<String> ROUTE_VIEWS = Set.of(
            "dumpRouteAsXml",
            "dumpRouteAsYaml",
            "dumpRouteStatsAsXml",
            "dumpRouteStatsAsJSon",
            "dumpRouteSourceLocationsAsXml",
            "isUpdateRouteEnabled",
            "processorIds");

    private static final Set<String> CONTEXT_VIEWS = Set.of(
            "dumpRoutesAsXml",
            "dumpRoutesAsYaml",
            "dumpRoutesStatsAsXml",
            "dumpRouteStatsAsJSon",
            "dumpRestsAsXml",
            "componentNames",
            "languageNames",
            "dataFormatNames",
            "routeIds",
            "routeGroups");

    private static final Set<String> SERVICE_VIEWS =
            Set.of("endpointStatistics", "listRestServices", "listTypeConverters", "browse");

    /** Command lines and system properties may carry passwords. */
    private static final Set<String> SECRET_ATTRIBUTES = Set.of("SystemProperties", "InputArguments");

    private ConsoleRights() {}

    static boolean mayRead(ObjectName bean, String attribute) {
        return attribute == null || !SECRET_ATTRIBUTES.contains(attribute);
    }

    /** Whether an operation of this name, with or without a signature, may be called. */
    static boolean mayCall(ObjectName bean, String operation) {
        String name = withoutSignature(operation);
        if (bean.isPattern() || name == null) {
            return false;
        }
        return switch (bean.getDomain()) {
            case "org.apache.camel" -> mayCallCamel(bean, name);
            // Hawtio asks here which buttons to show
            case "hawtio" ->
                "security".equals(bean.getKeyProperty("type"))
                        && Set.of("canInvoke", "list").contains(name);
            default -> false;
        };
    }

    /** Whether the call changes something and is worth a line in the log. */
    static boolean isSwitch(String operation) {
        return ROUTE_SWITCHES.contains(withoutSignature(operation));
    }

    private static boolean mayCallCamel(ObjectName bean, String name) {
        String type = bean.getKeyProperty("type");
        if (type == null) {
            return false;
        }
        return switch (type) {
            case "routes" -> ROUTE_SWITCHES.contains(name) || ROUTE_VIEWS.contains(name);
            case "context" -> CONTEXT_VIEWS.contains(name);
            case "services" -> SERVICE_VIEWS.contains(name);
            default -> false;
        };
    }

    private static String withoutSignature(String operation) {
        if (operation == null) {
            return null;
        }
        int bracket = operation.indexOf('(');
        return (bracket < 0 ? operation : operation.substring(0, bracket)).strip();
    }
}
