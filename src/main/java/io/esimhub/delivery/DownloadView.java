package io.esimhub.delivery;

import io.esimhub.model.ActivationCode;

/**
 * How to install an eSIM, in the words of the templates.
 *
 * @param matchingId empty if the SM-DP+ knows the profile by the device
 * @param appleLink percent-encoded, so it stands unescaped in the HTML; likewise {@code androidLink}
 * @param lpa all of it in one line, for phones that ask so
 * @param confirmationCode what the phone will ask for; empty if nothing, or if we do not know it
 * @param confirmationComesApart the phone will ask for a code that we do not know
 * @param qrId Content-ID of the picture
 */
record DownloadView(
        String appleLink,
        String androidLink,
        String smdpAddress,
        String matchingId,
        String lpa,
        String confirmationCode,
        boolean confirmationComesApart,
        String qrId) {

    static DownloadView of(MailEsim.Download esim, String qrId) {
        ActivationCode code = esim.activationCode();
        InstallLinks links = InstallLinks.of(code);
        return new DownloadView(
                links.apple(),
                links.android(),
                code.smdpAddress(),
                code.matchingId(),
                code.lpa(),
                esim.confirmationCode().map(text -> OneLine.of(text).text()).orElse(""),
                code.confirmationCodeRequired() && esim.confirmationCode().isEmpty(),
                qrId);
    }

    @Override
    public String toString() {
        return "DownloadView[masked]";
    }
}
