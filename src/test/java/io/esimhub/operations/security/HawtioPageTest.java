package io.esimhub.operations.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.esimhub.operations.web.EdgeTest;
import io.esimhub.testing.Browser;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hawtio in a real browser, with nothing but the Basic login. */
@EdgeTest
@EnabledIf("io.esimhub.testing.Browser#isInstalled")
class HawtioPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Test
    void theDiagramOfARouteShowsItsStepsByTheirNamesAndARouteIsStoppedByAClick() {
        try (Browser browser = new Browser()) {
            Page page = browser.asOperator();
            page.navigate("http://localhost:" + port + "/actuator/hawtio");

            click(page, "test-webhook");
            click(page, "Route Diagram");
            page.getByText("(ID: say-what-came)").waitFor();
            assertThat(page.getByText("(ID: look-at-the-bytes)").isVisible()).isTrue();
            keep(page, "hawtio-route");

            click(page, "routes");
            click(page, "Routes");
            page.locator("tr", new Page.LocatorOptions().setHasText("test-leaky"))
                    .getByRole(AriaRole.CHECKBOX)
                    .click();
            click(page, "Stop");
            await().until(() -> camel.getRouteController().getRouteStatus("test-leaky") == ServiceStatus.Stopped);
            page.getByText("Stopped", exactly()).waitFor();
            keep(page, "hawtio-routes");
        }
    }

    @AfterEach
    void theRouteRunsAgain() throws Exception {
        camel.getRouteController().startRoute("test-leaky");
    }

    private static void click(Page page, String text) {
        page.getByText(text, exactly()).first().click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }
}
