package io.esimhub.sandbox.shop;

import java.util.concurrent.ThreadLocalRandom;

/** Made-up numbers. */
public final class Digits {

    private Digits() {}

    public static String random(int length) {
        return random(length, "0123456789");
    }

    public static String random(int length, String alphabet) {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(dice.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Twenty digits with a right check digit (ITU-T E.118), of a country code that nobody has. */
    public static String iccid() {
        String number = "89999" + random(14);
        return number + checkDigit(number);
    }

    private static int checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
