package io.esimhub.competitors.collect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.competitors.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "type, html, CSS selector",
        "fields.price, $..[, JSONPath",
        "url, ftp://shop.example/, http",
        "json-in, script, json-in is for HTML",
        "follow.pages, (, regular expression",
        "defaults.currency, dollars, ISO 4217",
        "defaults.data-unit, bits, MB or GB",
        "defaults.validity-unit, moons, 'hours, days or months'",
        "defaults.countries, Atlantis, no country"
    })
    void whatCannotBeUnderstoodIsSaidAtTheStartByItsName(String setting, String value, String says) {
        TestSettings settings =
                TestSettings.local().json("http://localhost/plans").source(setting, value);
        assertThatThrownBy(() -> SettingsCheck.check(settings.bind()))
                .hasMessageContaining("hub.competitors.shops.bargain.sources[0]")
                .hasMessageContaining(says);
    }

    @Test
    void nobodyOutsideIsVisitedWithoutSayingWhereToComplain() {
        TestSettings settings = TestSettings.local().json("https://shop.example/plans");
        assertThatThrownBy(() -> SettingsCheck.check(settings.bind())).hasMessageContaining("hub.competitors.contact");
        settings.with("contact", "bots@esimhub.example");
        assertThatCode(() -> SettingsCheck.check(settings.bind())).doesNotThrowAnyException();
        settings.with("contact", "").with("shops.bargain.enabled", "false");
        assertThatCode(() -> SettingsCheck.check(settings.bind())).doesNotThrowAnyException();
    }

    @Test
    void aNameThatNoRobotsTxtCouldNameIsRefused() {
        TestSettings settings = TestSettings.local().with("user-agent", "Mozilla/5.0 (X11)");
        assertThatThrownBy(() -> SettingsCheck.check(settings.bind())).hasMessageContaining("user-agent");
    }
}
