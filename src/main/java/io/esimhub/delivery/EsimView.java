package io.esimhub.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * One eSIM in the words of the templates. A template asks for a text by its name; an empty text counts as absent.
 *
 * @param label {@code eSIM 1 of 2}; empty if it is the only one
 * @param summary amount, validity and countries in one line
 * @param matchingId empty if the SM-DP+ knows the profile by the device
 * @param appleLink percent-encoded, so it stands unescaped in the HTML; likewise {@code androidLink}
 * @param lpa all of it in one line, for phones that ask so
 * @param qrId Content-ID of the picture
 */
record EsimView(
        String label,
        String product,
        String summary,
        String appleLink,
        String androidLink,
        String smdpAddress,
        String matchingId,
        String lpa,
        boolean confirmationCode,
        String qrId,
        List<Fact> facts) {

    /** One row of the small table under the codes. */
    record Fact(String name, String value) {}

    static EsimView of(MailEsim esim, String label, String qrId) {
        InstallLinks links = InstallLinks.of(esim.activationCode());
        return new EsimView(
                label,
                OneLine.of(esim.productName()).text(),
                summary(esim),
                links.apple(),
                links.android(),
                esim.activationCode().smdpAddress(),
                esim.activationCode().matchingId(),
                esim.activationCode().lpa(),
                esim.activationCode().confirmationCodeRequired(),
                qrId,
                facts(esim));
    }

    private static String summary(MailEsim esim) {
        List<String> parts = new ArrayList<>();
        esim.dataMb().ifPresent(megabytes -> parts.add(new DataAmount(megabytes).text()));
        esim.validityDays().ifPresent(days -> parts.add(days(days)));
        parts.add(Coverage.of(esim.countries()).brief());
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    private static List<Fact> facts(MailEsim esim) {
        List<Fact> facts = new ArrayList<>();
        esim.dataMb().ifPresent(megabytes -> facts.add(new Fact("Data", new DataAmount(megabytes).text())));
        esim.validityDays().ifPresent(days -> facts.add(new Fact("Valid", days(days) + " from activation")));
        facts.add(new Fact("Works in", Coverage.of(esim.countries()).all()));
        esim.apn().ifPresent(apn -> facts.add(new Fact("APN", OneLine.of(apn).text())));
        esim.iccid()
                .ifPresent(
                        iccid -> facts.add(new Fact("ICCID", OneLine.of(iccid).text())));
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    @Override
    public String toString() {
        return "EsimView[" + product + "]";
    }
}
