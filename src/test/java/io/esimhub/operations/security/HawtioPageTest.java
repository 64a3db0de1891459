package io.esimhub.operations.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.esimhub.operations.web.EdgeTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hawtio in a real browser, with nothing but the Basic login. */
@EdgeTest
@EnabledIf("aBrowserIsInstalled")
class HawtioPageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    static boolean aBrowserIsInstalled() {
        return Files.isExecutable(CHROMIUM);
    }

    @Test
    void theDiagramOfARouteShowsItsStepsByTheirNamesAndARouteIsStoppedByAClick() {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newContext(new Browser.NewContextOptions()
                            .setViewportSize(1400, 900)
                            .setHttpCredentials("ops", "ops"))
                    .newPage();
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
