package io.esimhub.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.esimhub.operations.web.EdgeTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
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
    void theDiagramOfARouteShowsItsStepsByTheirNames() {
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
            page.onConsoleMessage(message -> System.out.println("CONSOLE " + message.type() + " " + message.text()));
            page.onResponse(response -> {
                if (response.status() >= 400)
                    System.out.println("RESPONSE " + response.status() + " " + response.url());
            });
            page.navigate("http://localhost:" + port + "/actuator/hawtio");
            page.waitForTimeout(5000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-1.png")));
            String nid = "org.apache.camel-" + camel.getManagementName() + "-routes-test-webhook";
            page.navigate("http://localhost:" + port + "/actuator/hawtio/camel/routeDiagram?nid=" + nid);
            page.waitForTimeout(5000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-2.png")));
            System.out.println("URL " + page.url());
            System.out.println("TEXT " + page.innerText("body").replace('\n', '|'));
            assertThat(page.url()).contains("hawtio");
        }
    }
}
