package io.esimhub.delivery;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium of the machine, as wide as a small phone. */
final class Browser implements AutoCloseable {

    private static final int PHONE_WIDTH = 360;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Page open(String html, ColorScheme scheme) {
        Page page = chromium.newPage(new com.microsoft.playwright.Browser.NewPageOptions()
                .setViewportSize(PHONE_WIDTH, 740)
                .setDeviceScaleFactor(2)
                .setColorScheme(scheme));
        page.setContent(html);
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
