package io.esimhub.competitors.position;

import io.esimhub.competitors.Offer;
import io.esimhub.competitors.ours.OurProduct;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Where a product stands among the best match of each competitor. */
public record Standing(Rates rates) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param matches one a competitor */
    public Position of(OurProduct ours, Collection<Match> matches) {
        Price price = ours.price() == null
                ? null
                : Price.of(ours.price(), ours.currency(), ours.dataMb(), ours.validityDays(), rates);
        BigDecimal own = price == null ? null : price.comparable();
        List<Rival> rivals = matches.stream()
                .map(match -> rival(match, own))
                .sorted(Comparator.comparing(Rival::competitor))
                .toList();
        List<BigDecimal> asked = rivals.stream()
                .map(rival -> rival.price().comparable())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean ranked = own != null && !asked.isEmpty();
        return new Position(
                ours.sku(),
                ours.name(),
                ours.countries(),
                ours.dataMb(),
                ours.validityDays(),
                ours.buyable(),
                price,
                ours.asOf(),
                rates.base(),
                asked.isEmpty() ? null : asked.get(0),
                asked.isEmpty() ? null : median(asked),
                ranked
                        ? 1
                                + (int) asked.stream()
                                        .filter(other -> other.compareTo(own) < 0)
                                        .count()
                        : null,
                asked.size() + (own == null ? 0 : 1),
                ranked ? below(own, asked.get(0)) : null,
                rivals);
    }

    private Rival rival(Match match, BigDecimal own) {
        Offer offer = match.offer();
        Price price = Price.of(offer.price(), offer.currency(), offer.dataMb(), offer.validityDays(), rates);
        boolean comparable = price.comparable() != null;
        return new Rival(
                offer.competitor(),
                offer.externalId(),
                offer.title(),
                offer.url(),
                offer.countries(),
                match.wider(),
                offer.dataMb(),
                offer.validityDays(),
                price,
                comparable && own != null ? below(own, price.comparable()) : null,
                offer.seenAt(),
                comparable ? null : "there is no rate for " + offer.currency());
    }

    /** In per cent of ours, to one place, towards zero: what is said to be below the threshold is. */
    private static BigDecimal below(BigDecimal own, BigDecimal theirs) {
        return own.signum() <= 0 ? null : own.subtract(theirs).multiply(HUNDRED).divide(own, 1, RoundingMode.DOWN);
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_UP);
    }
}
