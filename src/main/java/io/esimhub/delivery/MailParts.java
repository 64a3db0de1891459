package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;

/** {@code alternative{plain, related{html, a picture for each eSIM, none for a card}}}: what every mail client shows well. */
record MailParts(QrCode qrCode) {

    MimeMultipart body(String plain, String html, List<EsimView> esims) throws MessagingException {
        MimeMultipart related = new MimeMultipart("related");
        related.addBodyPart(EncodedContent.text(html).part("text/html; charset=utf-8"));
        for (int index = 0; index < esims.size(); index++) {
            for (DownloadView download : esims.get(index).download()) {
                related.addBodyPart(picture(download, "esim-" + (index + 1) + ".png"));
            }
        }
        MimeBodyPart rich = new MimeBodyPart();
        rich.setDataHandler(new MultipartContent(related));
        return new MimeMultipart("alternative", EncodedContent.text(plain).part("text/plain; charset=utf-8"), rich);
    }

    private MimeBodyPart picture(DownloadView esim, String fileName) throws MessagingException {
        MimeBodyPart picture =
                EncodedContent.binary(qrCode.png(esim.lpa())).part("image/png; name=\"" + fileName + "\"");
        picture.setContentID("<" + esim.qrId() + ">");
        picture.setHeader("Content-Disposition", Part.INLINE + "; filename=\"" + fileName + "\"");
        return picture;
    }
}
