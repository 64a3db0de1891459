package io.esimhub.competitors.offers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as shops print it: {@code $4.50}, {@code 1.234,56 €}, {@code US$ 1,234.00}, {@code JPY 1500}. */
public final class MoneyText {

    private static final int MOST_DIGITS = 12;
    private static final int DECIMALS = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[0-9.,'’ ]*[0-9])?");
    private static final Pattern NEGATIVE = Pattern.compile("(.*[\\s\\p{Sc}])?[-−]\\S{0,3}|[-−]\\s\\S{0,3}\\s?");
    private static final Pattern RATE = Pattern.compile("/|\\b(per|pro|par)\\b", Pattern.CASE_INSENSITIVE);

    private MoneyText() {}

    /** @param declared ISO 4217, where the text names none or a sign that several currencies share; null: not known */
    public static Reading<Price> read(String text, String declared) {
        String line = PlainText.line(text);
        if (line.length() > PlainText.LONGEST) {
            return Reading.unreadable("the price is too long a text");
        }
        if (RATE.matcher(line).find()) {
            return Reading.unreadable("the price is for a part of the plan");
        }
        return currency(line, declared).then(currency -> amount(line, currency));
    }

    private static Reading<String> currency(String line, String declared) {
        Set<String> named = CurrencySigns.namedIn(line);
        if (named.size() > 1) {
            return Reading.unreadable("the price names two currencies");
        }
        if (named.size() == 1) {
            return Reading.of(named.iterator().next());
        }
        String code = declared == null ? "" : declared.strip().toUpperCase(Locale.ROOT);
        return CurrencySigns.isCode(code)
                ? Reading.of(code)
                : Reading.unreadable("the price names no currency, and the settings name none");
    }

    private static Reading<Price> amount(String line, String currency) {
        Matcher number = NUMBER.matcher(line);
        if (!number.find()) {
            return Reading.unreadable("the price holds no number");
        }
        String digits = number.group();
        boolean negative = NEGATIVE.matcher(line.substring(0, number.start())).matches();
        if (negative || number.find()) {
            return Reading.unreadable(negative ? "the price is negative" : "the price holds two numbers");
        }
        return DecimalMark.read(digits, Currency.getInstance(currency).getDefaultFractionDigits())
                .then(amount -> sensible(amount, currency));
    }

    private static Reading<Price> sensible(BigDecimal amount, String currency) {
        BigDecimal rounded = amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_UP) : amount;
        return rounded.signum() > 0 && rounded.precision() - rounded.scale() <= MOST_DIGITS
                ? Reading.of(new Price(rounded, currency))
                : Reading.unreadable("the price is zero or beyond reason");
    }
}
