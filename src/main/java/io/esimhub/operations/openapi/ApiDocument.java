package io.esimhub.operations.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.esimhub.operations.HubSettings;
import io.esimhub.operations.security.ScopedPaths;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.rest.RestParamType;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * The document as it is at this moment. Camel would serve one by itself ({@code apiContextPath}), which knows neither problem
 * documents nor what a route answers, and repeats the path as the tag of each operation.
 */
@Component("apiDocument")
class ApiDocument {

    private static final Set<PathItem.HttpMethod> WITH_BODY =
            Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH);

    private static final String ABOUT =
            """
            Lists come in pages: send the `next` of one as `after` for the one after it. Times are UTC, amounts are decimal numbers as texts. \
            A failure is a problem document (RFC 9457) that names what is wrong and what to do; nothing has changed then.""";

    private final ModelCamelContext camel;
    private final HubSettings settings;
    private final BodyShapes shapes;
    private final List<ScopedPaths> doors;
    private final String version;

    /** @param build absent where Maven did not build, as in an IDE */
    ApiDocument(
            CamelContext camel,
            HubSettings settings,
            BodyShapes shapes,
            List<ScopedPaths> doors,
            ObjectProvider<BuildProperties> build) {
        this.camel = (ModelCamelContext) camel;
        this.settings = settings;
        this.shapes = shapes;
        this.doors = doors;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "not built" : built.getVersion();
    }

    /** In JSON. */
    public byte[] write() throws JsonProcessingException {
        return Json.mapper().writeValueAsBytes(read());
    }

    private OpenAPI read() {
        OpenAPI document = restBlocks();
        document.setInfo(new Info().title("eSIM Hub").version(version).description(ABOUT));
        document.setServers(List.of(new Server().url(settings.publicUrl().toString())));
        document.setTags(null);
        CommonParts.addTo(document);
        shapes.addTo(document.getComponents());
        document.getPaths().values().forEach(path -> path.readOperationsMap().forEach(this::complete));
        ApiAccess.addTo(document, doors);
        return document;
    }

    /** A verb and the route behind it have one name; Camel has replaced the {@code direct:} between them by then. */
    private void complete(PathItem.HttpMethod method, Operation operation) {
        RouteDefinition route = camel.getRouteDefinition(operation.getOperationId());
        if (route != null) {
            new DescribedOperation(operation, route).complete(WITH_BODY.contains(method), bodyTypes(operation));
            shapes.describe(operation);
        }
    }

    /** {@code consumes} would be read into the document, but it also has Spring refuse what a route takes, and say less than the route. */
    private List<String> bodyTypes(Operation operation) {
        return camel.getRestDefinitions().stream()
                .flatMap(rest -> rest.getVerbs().stream())
                .filter(verb -> operation.getOperationId().equals(verb.getId()))
                .flatMap(verb -> verb.getParams().stream())
                .filter(param -> param.getType() == RestParamType.body && param.getDataFormat() != null)
                .flatMap(param -> Stream.of(param.getDataFormat().split(",")))
                .toList();
    }

    private OpenAPI restBlocks() {
        BeanConfig config = new BeanConfig();
        config.setVersion("3.0.3");
        try {
            return new RestOpenApiReader()
                    .read(camel, camel.getRestDefinitions(), config, camel.getName(), camel.getClassResolver());
        } catch (ClassNotFoundException | IOException e) {
            throw new IllegalStateException("The rest blocks cannot be read", e);
        }
    }
}
