package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.esimhub.model.ActivationCode;
import io.esimhub.testing.Browser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail in a real browser, 360 pixels wide. */
class MailOnAPhoneTest {

    private static Browser browser;

    @BeforeAll
    static void startBrowser() {
        assumeTrue(Browser.isInstalled(), "no chromium on this machine: the mail's looks are not tested");
        browser = new Browser();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothing_has_to_be_scrolled_sideways(ColorScheme scheme) throws Exception {
        Page page = open(scheme);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void a_thumb_hits_the_install_buttons_and_the_first_is_seen_without_scrolling(ColorScheme scheme) throws Exception {
        Page page = open(scheme);
        List<Locator> buttons = page.locator("a[href^='https://esimsetup']").all();
        assertThat(buttons).hasSize(4);
        for (Locator button : buttons) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(250);
        }
        BoundingBox first = buttons.get(0).boundingBox();
        assertThat(first.y + first.height).isLessThan(740);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_qr_code_is_large_and_stands_on_white(ColorScheme scheme) throws Exception {
        Page page = open(scheme);
        for (Locator picture : page.locator("img").all()) {
            assertThat(picture.isVisible()).isTrue();
            assertThat(picture.boundingBox().width).isGreaterThanOrEqualTo(200);
            assertThat((Integer) picture.evaluate("e => e.naturalWidth")).isGreaterThanOrEqualTo(200);
            assertThat(picture.evaluate("e => getComputedStyle(e.parentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
        }
    }

    /** WCAG 2.2, 1.4.3: 4.5 to 1, for every text that is shown. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_text_stands_out_from_what_is_behind_it(ColorScheme scheme) throws Exception {
        assertThat((List<?>) open(scheme).evaluate(FAINT_TEXTS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void a_card_on_its_way_reads_as_well_alone_and_beside_an_esim(ColorScheme scheme) throws Exception {
        MailEsim card = Mails.card("United Kingdom SIM card 10 GB, 30 days");
        for (DeliveryMail mail : List.of(Mails.of(card), Mails.of(Mails.confirmed("C-4711"), card))) {
            Page page = open(scheme, mail);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertThat((List<?>) page.evaluate(FAINT_TEXTS)).isEmpty();
            Locator follow = page.locator("a[href^='https://track']");
            assertThat(follow.boundingBox().height).isGreaterThanOrEqualTo(44);
            if (System.getProperty("mail.pictures") != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of(
                                System.getProperty("mail.pictures"),
                                scheme + "-" + mail.esims().size() + ".png")));
            }
        }
    }

    private static Page open(ColorScheme scheme) throws Exception {
        MailEsim first = Mails.kingdom("K2-1AB2CD-3EF4GH");
        MailEsim second = Mails.esim(
                "Europe 3 GB, 30 days",
                List.of("AT", "BE", "CH", "DE", "ES", "FR", "IT", "NL", "PT"),
                3000,
                new ActivationCode(
                        "a-rather-long-host-name.smdp-plus.eu.example.net",
                        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
                        true,
                        Optional.empty()),
                Optional.of("internet"));
        return open(scheme, Mails.of(first, second));
    }

    private static Page open(ColorScheme scheme, DeliveryMail mail) throws Exception {
        return browser.onAPhone(
                OpenedMail.of(new MailComposer("eSIM Hub <esim@localhost>").compose(mail))
                        .shown(),
                scheme);
    }

    private static final String FAINT_TEXTS =
            """
            () => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const light = c => { const [r, g, b] = c.map(v => v / 255)
                  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const behind = e => { for (; e; e = e.parentElement) {
                  const c = rgb(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return c.slice(0, 3); }
                return [255, 255, 255]; };
              return [...document.querySelectorAll('body *')]
                .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .map(e => { const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
                  return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.textContent]; })
                .filter(([contrast]) => contrast < 4.5);
            }""";
}
