package io.esimhub.competitors.position;

import io.esimhub.competitors.Offer;
import io.esimhub.competitors.ours.OurProduct;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which of a competitor's plans is like a product of ours: it covers the product's countries, and its data and its days are within the
 * tolerances, in per cent of ours. Unlimited is like unlimited only, and a plan that does not say for how long is like none.
 *
 * @param wider whether a plan may cover more countries than ours
 */
public record Matching(int dataTolerance, int validityTolerance, boolean wider) {

    /** The better first: the same countries, then the nearest amounts, then the price where both are in one currency; the id only makes it the same at every run. */
    public static final Comparator<Match> BEST = Comparator.comparing(Match::wider)
            .thenComparing(Match::distance)
            .thenComparing(match -> match.offer().countries().size())
            .thenComparing(Matching::byPrice)
            .thenComparing(match -> match.offer().externalId());

    public Optional<Match> of(OurProduct ours, Offer offer) {
        boolean same = offer.countries().equals(ours.countries());
        boolean covers = same || wider && offer.countries().containsAll(ours.countries());
        if (!covers || ours.countries().isEmpty()) {
            return Optional.empty();
        }
        OptionalLong data = dataDistance(ours.dataMb(), offer.dataMb());
        OptionalLong validity = distance(ours.validityDays(), offer.validityDays(), validityTolerance);
        return data.isPresent() && validity.isPresent()
                ? Optional.of(new Match(offer, !same, data.getAsLong() + validity.getAsLong()))
                : Optional.empty();
    }

    private static int byPrice(Match one, Match other) {
        return one.offer().currency().equals(other.offer().currency())
                ? one.offer().price().compareTo(other.offer().price())
                : 0;
    }

    private OptionalLong dataDistance(Long ours, Long theirs) {
        return ours == null && theirs == null ? OptionalLong.of(0) : distance(ours, theirs, dataTolerance);
    }

    private static OptionalLong distance(Number ours, Number theirs, int tolerance) {
        if (ours == null || theirs == null || ours.longValue() <= 0) {
            return OptionalLong.empty();
        }
        long apart = Math.abs(theirs.longValue() - ours.longValue());
        return apart * 100 <= tolerance * ours.longValue()
                ? OptionalLong.of(apart * 1000 / ours.longValue())
                : OptionalLong.empty();
    }
}
