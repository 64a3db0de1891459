package io.esimhub.competitors.collect;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.CompetitorProperties.Source;
import io.esimhub.competitors.fetch.Addresses;
import io.esimhub.competitors.offers.CountryNames;
import io.esimhub.model.CurrencyCode;
import java.util.List;
import java.util.Optional;

/** Says at the start what is wrong with the settings, and not in the night when a visit is planned. */
final class SettingsCheck {

    private SettingsCheck() {}

    /** What keeps a competitor from being visited: the setting and what it should be. */
    static Optional<String> objection(CompetitorProperties settings, Competitor shop) {
        try {
            common(settings);
            check(shop, settings);
            return Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    /** @throws IllegalStateException names the setting and what it should be */
    static void check(CompetitorProperties settings) {
        common(settings);
        settings.shops().values().stream().filter(Competitor::enabled).forEach(shop -> check(shop, settings));
    }

    private static void common(CompetitorProperties settings) {
        if (!settings.userAgent().matches("[A-Za-z_-]{1,60}")) {
            throw new IllegalStateException(
                    "hub.competitors.user-agent is one word of letters, - and _, as robots.txt may name it");
        }
        new CountryNames(settings.regions());
    }

    private static void check(Competitor shop, CompetitorProperties settings) {
        for (int i = 0; i < shop.sources().size(); i++) {
            Source source = shop.sources().get(i);
            String name = "hub.competitors.shops." + shop.name() + ".sources[" + i + "].";
            try {
                ConfiguredSource ready = ConfiguredSource.of(source);
                defaults(source.defaults(), settings);
                boolean ours = settings.allowedPrivateHosts().contains(Addresses.host(ready.address()));
                if (settings.contact().isBlank() && !ours) {
                    throw new IllegalStateException(
                            "hub.competitors.contact is missing: the address of a page or a mailbox"
                                    + " by which the owners of the sites that are visited can reach us");
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(name + wrong.getMessage(), wrong);
            }
        }
    }

    private static void defaults(CompetitorProperties.Defaults defaults, CompetitorProperties settings) {
        if (defaults.currency() != null && !CurrencyCode.isKnown(defaults.currency())) {
            throw new IllegalArgumentException("defaults.currency is no ISO 4217 code");
        }
        if (!List.of("MB", "GB").contains(defaults.dataUnit())) {
            throw new IllegalArgumentException("defaults.data-unit is MB or GB");
        }
        if (!List.of("hours", "days", "months").contains(defaults.validityUnit())) {
            throw new IllegalArgumentException("defaults.validity-unit is hours, days or months");
        }
        if (!defaults.countries().isEmpty() && !new CountryNames(settings.regions()).knows(defaults.countries())) {
            throw new IllegalArgumentException(
                    "defaults.countries holds what is no country and no region of the settings");
        }
    }
}
