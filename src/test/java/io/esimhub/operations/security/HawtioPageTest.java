package io.esimhub.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.esimhub.operations.web.Browserless;
import io.esimhub.operations.web.EdgeTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hawtio in a real browser, with nothing but the Basic login. */
@EdgeTest
@EnabledIf("aBrowserIsInstalled")
class HawtioPageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @LocalServerPort
    private int port;

    static boolean aBrowserIsInstalled() {
        return Files.isExecutable(CHROMIUM);
    }

    @Test
    void theDiagramOfARouteShowsItsStepsByTheirNames() throws Exception {
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
            new Browserless(port).post("/webhooks/test", new byte[] {1}, "application/json");
            page.navigate("http://localhost:" + port + "/actuator/hawtio");
            page.getByText("test-webhook", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Route Diagram").click();
            page.getByText("(ID: say-what-came)").waitFor();
            assertThat(page.getByText("(ID: look-at-the-bytes)").isVisible()).isTrue();
            assertThat(page.getByText("Stop", new Page.GetByTextOptions().setExact(true))
                            .count())
                    .isNotNegative();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-route.png")));
            page.getByText("Source", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForTimeout(2000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-source.png")));
            page.getByText("routes", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.getByText("Routes", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForTimeout(2000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-routes.png")));
        }
    }
}
