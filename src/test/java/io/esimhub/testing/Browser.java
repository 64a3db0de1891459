package io.esimhub.testing;

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

/** A real Chromium of the machine. */
public final class Browser implements AutoCloseable {

    private static final int PHONE_WIDTH = 360;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** @throws java.util.NoSuchElementException there is none; {@link #isInstalled} says so before */
    public Browser() {
        Path executable = installed().orElseThrow();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    public static boolean isInstalled() {
        return installed().isPresent();
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page as wide as a desk, that logs in as an operator where it is asked to. */
    public Page asOperator() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1400, 900)
                        .setHttpCredentials("ops", "ops"))
                .newPage();
    }

    /** A text as a small phone shows it. */
    public Page onAPhone(String html, ColorScheme scheme) {
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
