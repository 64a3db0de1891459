package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.model.ActivationCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the traveller reads. */
class DeliveryMailTest {

    private final MailComposer composer = new MailComposer("eSIM Hub <esim@hub.example>");

    @Test
    void it_says_who_sends_what_to_whom_and_that_a_machine_wrote_it() throws Exception {
        OpenedMail mail = open(Mails.one());
        assertThat(mail.message().getHeader("From")).containsExactly("eSIM Hub <esim@hub.example>");
        assertThat(mail.message().getHeader("To")).containsExactly("Ada Traveller <ada@traveller.example>");
        assertThat(mail.message().getHeader("Message-ID")).containsExactly("<delivery-1001@hub.example>");
        assertThat(mail.message().getHeader("Date")).containsExactly("Wed, 1 Jul 2026 09:30:00 +0000");
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.message().getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.message().getSubject()).isEqualTo("Your eSIM for order #1001: United Kingdom 1 GB, 7 days");
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void both_forms_carry_all_a_phone_needs() throws Exception {
        OpenedMail mail = open(Mails.one());
        for (String form : List.of(mail.plain(), mail.html())) {
            assertThat(form)
                    .contains("rsp.example.com")
                    .contains("K2-1AB2CD-3EF4GH")
                    .contains("LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH")
                    .contains("https://esimsetup.apple.com/esim_qrcode_provisioning?carddata="
                            + "LPA%3A1%24rsp.example.com%24K2-1AB2CD-3EF4GH")
                    .contains("https://esimsetup.android.com/esim_qrcode_provisioning?carddata="
                            + "LPA%3A1%24rsp.example.com%24K2-1AB2CD-3EF4GH")
                    .contains("Far Away Travel")
                    .contains("Hi Ada Traveller,")
                    .contains("#1001")
                    .contains("United Kingdom 1 GB, 7 days")
                    .contains("7 days from activation")
                    .contains("8944000000000000017")
                    .contains("data roaming")
                    .contains("Do not delete the eSIM");
        }
    }

    @Test
    void the_picture_in_the_mail_is_the_code_itself() throws Exception {
        OpenedMail mail = open(Mails.one());
        assertThat(mail.html()).contains("src=\"cid:esim-1.delivery-1001@hub.example\"");
        assertThat(QrCodeTest.read(mail.pictures().get("<esim-1.delivery-1001@hub.example>")))
                .isEqualTo("LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH");
    }

    @Test
    void several_esims_are_numbered_and_each_has_its_own_code() throws Exception {
        OpenedMail mail = open(Mails.of(Mails.kingdom("FIRST-1"), Mails.kingdom("SECOND-2"), Mails.kingdom("THIRD-3")));
        assertThat(mail.message().getSubject()).isEqualTo("Your 3 eSIMs for order #1001: United Kingdom 1 GB, 7 days");
        assertThat(mail.html()).contains("eSIM 1 of 3").contains("eSIM 3 of 3");
        assertThat(mail.plain()).contains("eSIM 2 of 3");
        assertThat(mail.pictures()).hasSize(3);
        assertThat(QrCodeTest.read(mail.pictures().get("<esim-2.delivery-1001@hub.example>")))
                .endsWith("$SECOND-2");
    }

    @Test
    void apn_and_confirmation_code_are_spoken_of_only_when_there_is_one() throws Exception {
        ActivationCode confirmed = new ActivationCode("rsp.example.com", "ABC", true, Optional.empty());
        OpenedMail with =
                open(Mails.of(Mails.esim("Japan 5 GB", List.of("JP"), 5000, confirmed, Optional.of("plus.example"))));
        OpenedMail without = open(Mails.one());
        assertThat(List.of(with.plain(), with.html()))
                .allSatisfy(form -> assertThat(form).contains("plus.example").contains("Confirmation code"));
        assertThat(List.of(without.plain(), without.html()))
                .allSatisfy(form -> assertThat(form).doesNotContain("APN").doesNotContain("Confirmation code"));
    }

    @Test
    void a_confirmation_code_that_is_known_stands_in_the_mail() throws Exception {
        OpenedMail mail = open(Mails.of(Mails.confirmed("C-4711")));
        assertThat(List.of(mail.plain(), mail.html()))
                .allSatisfy(form -> assertThat(form).contains("C-4711").doesNotContain("comes separately"));
    }

    @Test
    void a_card_comes_by_post_and_has_nothing_to_install() throws Exception {
        OpenedMail mail = open(Mails.of(Mails.card("UK card 10 GB")));
        assertThat(mail.message().getSubject()).isEqualTo("Your SIM card for order #1001: UK card 10 GB");
        assertThat(mail.plain()).contains("https://track.example.com/follow?n=RM-123456789-GB&lang=en");
        assertThat(mail.html())
                .contains("href=\"https://track.example.com/follow?n&#x3D;RM-123456789-GB&amp;lang&#x3D;en\"");
        assertThat(List.of(mail.plain(), mail.html())).allSatisfy(form -> assertThat(form)
                .contains("Your SIM card is on its way")
                .contains("Royal Mail", "RM-123456789-GB", "4711", "12345678", "ends in 4321", "mobile.example")
                .doesNotContain("8944000000000004321")
                .doesNotContain("esimsetup", "LPA:", "cid:", "QR", "Wi", "installs", "eSIM"));
        assertThat(mail.pictures()).isEmpty();
    }

    @Test
    void a_link_that_is_no_address_of_a_page_stays_text_in_its_attribute() throws Exception {
        MailEsim card = new MailEsim(
                "UK card",
                List.of("GB"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new MailEsim.Post(
                        "A & B",
                        "1",
                        Optional.of("https://x.example/\"><script>"),
                        Optional.empty(),
                        Optional.empty()));
        OpenedMail mail = open(Mails.of(card));
        assertThat(mail.html()).doesNotContain("<script>").contains("A &amp; B");
        assertThat(mail.html()).doesNotContain("PIN").doesNotContain("PUK");
    }

    @Test
    void esims_and_cards_in_one_mail_each_say_what_to_do() throws Exception {
        OpenedMail mail = open(Mails.of(Mails.card("UK card 10 GB"), Mails.kingdom("K2-1AB2CD-3EF4GH")));
        assertThat(mail.message().getSubject())
                .isEqualTo("Your 2 SIMs for order #1001: UK card 10 GB and United Kingdom 1 GB, 7 days");
        assertThat(mail.html())
                .contains("SIM card 1 of 2")
                .contains("eSIM 2 of 2")
                .contains("esimsetup.apple.com");
        assertThat(mail.plain()).contains("RM-123456789-GB").contains("LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH");
        assertThat(QrCodeTest.read(mail.pictures().get("<esim-2.delivery-1001@hub.example>")))
                .endsWith("$K2-1AB2CD-3EF4GH");
        assertThat(mail.pictures()).hasSize(1);
    }

    @Test
    void an_empty_matching_id_is_said_to_be_left_empty() throws Exception {
        OpenedMail mail = open(Mails.of(Mails.kingdom("")));
        assertThat(mail.plain()).contains("Activation code: (leave it empty)");
        assertThat(mail.html()).contains("Leave the field for the activation code empty");
    }

    @Test
    void countries_have_their_english_names_in_order() throws Exception {
        MailEsim wide = Mails.esim(
                "Four", List.of("US", "DE", "CH", "ZA"), 512, ActivationCode.of("a.example", "X"), Optional.empty());
        OpenedMail mail = open(Mails.of(wide));
        assertThat(mail.plain()).contains("Works in: Germany, South Africa, Switzerland, United States");
        assertThat(mail.html()).contains("512 MB &#183; 7 days &#183; 4 countries");
    }

    @Test
    void a_name_with_line_breaks_adds_no_header() throws Exception {
        OpenedMail mail = open(Mails.mail(
                "x@hub.example",
                "ada@traveller.example",
                "Ada\r\nBcc: thief@elsewhere.example\r\n\r\nHello",
                Mails.esim(
                        "Plan\r\nX-Added: yes",
                        List.of("GB"),
                        1000,
                        ActivationCode.of("rsp.example.com", "X"),
                        Optional.empty())));
        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.message().getHeader("X-Added")).isNull();
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.message().getSubject()).endsWith(": Plan X-Added: yes");
    }

    @Test
    void names_are_text_in_html_whatever_they_hold() throws Exception {
        OpenedMail mail = open(Mails.mail(
                "x@hub.example", "ada@traveller.example", "<script>alert(1)</script> & Zoë 旅", Mails.kingdom("X")));
        assertThat(mail.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Zo&#235; &#26053;");
        assertThat(mail.plain()).contains("Hi <script>alert(1)</script> & Zoë 旅,");
        assertThat(mail.message().getHeader("To")[0]).doesNotContain("旅");
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws Exception {
        OpenedMail mail = open(Mails.one());
        assertThat(mail.html().replaceAll("href=\"https://esimsetup\\.(apple|android)\\.com/", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(");
    }

    @Test
    void it_stays_small_and_within_what_mail_servers_take() throws Exception {
        byte[] bytes = bytes(Mails.one());
        assertThat(bytes).hasSizeLessThan(30 * 1024);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(text.chars()).allMatch(each -> each < 128);
    }

    @Test
    void a_list_of_all_countries_still_has_lines_that_mail_servers_take() throws Exception {
        MailEsim world = Mails.esim(
                "World",
                List.of(java.util.Locale.getISOCountries()),
                1000,
                ActivationCode.of("rsp.example.com", "X"),
                Optional.empty());
        String text = new String(bytes(Mails.of(world)), java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(open(Mails.of(world)).html()).contains("Zimbabwe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@b.example>", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "a", "../a@b.example"})
    void a_message_id_of_another_form_is_a_mistake(String id) {
        assertThatThrownBy(() -> Mails.mail(id, "a@b.example", "A", Mails.kingdom("X")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_value_on_the_way_shows_a_code_or_the_customer_by_accident() throws Exception {
        DeliveryMail mail = Mails.one();
        ReadyMail ready = composer.compose(mail);
        MailView view = MailView.of(mail);
        assertThat(String.join(
                        "",
                        mail.toString(),
                        mail.esims().toString(),
                        view.toString(),
                        view.esims().toString(),
                        InstallLinks.of(ActivationCode.of("rsp.example.com", "K2-1AB2CD-3EF4GH"))
                                .toString(),
                        ready.toString(),
                        String.valueOf(ready.getContent()),
                        Mails.card("A card").handover().toString(),
                        Mails.confirmed("K2-1AB2CD-3EF4GH").toString()))
                .doesNotContain("K2-1AB2CD-3EF4GH")
                .doesNotContain("ada@traveller.example");
    }

    private OpenedMail open(DeliveryMail mail) throws Exception {
        return OpenedMail.of(composer.compose(mail));
    }

    private byte[] bytes(DeliveryMail mail) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        composer.compose(mail).writeTo(bytes);
        return bytes.toByteArray();
    }
}
