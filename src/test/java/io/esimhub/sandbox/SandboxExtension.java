package io.esimhub.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One sandbox for all test classes, 90 seconds ahead; each test starts without faults. */
class SandboxExtension implements BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SandboxExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        RunningSandbox sandbox = sandbox(context);
        sandbox.delete("/sandbox/faults");
        sandbox.delete("/sandbox/hold");
        sandbox.delete("/sandbox/requests/count");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox(context);
    }

    private static RunningSandbox sandbox(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("sandbox", key -> new Shared(), Shared.class)
                .sandbox;
    }

    private static class Shared implements ExtensionContext.Store.CloseableResource {

        private final RunningSandbox sandbox;

        Shared() {
            try {
                sandbox = new RunningSandbox(
                        Files.createTempDirectory("sandbox"), "redteago.allocation-delay=600ms", "clock-skew=90s");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
