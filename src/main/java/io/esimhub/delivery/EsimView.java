package io.esimhub.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * One eSIM or card in the words of the templates. A template asks for a text by its name; an empty text counts as absent.
 *
 * @param label {@code eSIM 1 of 2}; empty if it is the only one
 * @param summary amount, validity and countries in one line
 * @param download how to install it: one, or none for a card (templates know lists, not optionals)
 * @param post how it comes by post: one, or none for an eSIM
 */
record EsimView(
        String label,
        String product,
        String summary,
        List<DownloadView> download,
        List<PostView> post,
        List<Fact> facts) {

    /** One row of the small table at the end. */
    record Fact(String name, String value) {}

    static EsimView of(MailEsim esim, String label, String qrId) {
        return new EsimView(
                label,
                OneLine.of(esim.productName()).text(),
                summary(esim),
                esim.handover() instanceof MailEsim.Download how ? List.of(DownloadView.of(how, qrId)) : List.of(),
                esim.handover() instanceof MailEsim.Post how ? List.of(PostView.of(how)) : List.of(),
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
                .map(iccid -> OneLine.of(iccid).text())
                .ifPresent(iccid -> facts.add(new Fact("ICCID", esim.isCard() ? lastDigits(iccid) : iccid)));
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }

    /** Enough to tell one card in the hand from another. */
    private static String lastDigits(String iccid) {
        return "ends in " + iccid.substring(Math.max(0, iccid.length() - 4));
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    @Override
    public String toString() {
        return "EsimView[" + product + "]";
    }
}
