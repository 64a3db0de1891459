package io.esimhub.delivery;

import io.esimhub.model.ActivationCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links that install the eSIM with one tap on the phone that shows them. They carry the activation code and belong into
 * the customer's mail only.
 *
 * @param apple iOS 17.4 or newer (Apple, "Installing eSIMs with a link")
 * @param android Android 10 or newer with current Play services; in wide use, though without a page of Google's
 */
record InstallLinks(String apple, String android) {

    private static final String APPLE = "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=";
    private static final String ANDROID = "https://esimsetup.android.com/esim_qrcode_provisioning?carddata=";

    static InstallLinks of(ActivationCode code) {
        String carddata = URLEncoder.encode(code.lpa(), StandardCharsets.UTF_8);
        return new InstallLinks(APPLE + carddata, ANDROID + carddata);
    }

    @Override
    public String toString() {
        return "InstallLinks[masked]";
    }
}
