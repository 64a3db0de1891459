package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH",
                "LPA:1$rsp.example.com$",
                "LPA:1$smdp-plus-0.eu.example.net$0123456789ABCDEF0123456789ABCDEF$1.3.6.1.4.1.31746$1"
            })
    void a_scanner_reads_exactly_the_text(String text) throws Exception {
        assertThat(read(new QrCode().png(text))).isEqualTo(text);
    }

    @Test
    void the_longest_activation_code_still_fits() throws Exception {
        String text = "LPA:1$" + "a".repeat(60) + "." + "b".repeat(60) + ".example$" + "C".repeat(119);
        assertThat(read(new QrCode().png(text))).isEqualTo(text);
    }

    @Test
    void it_is_black_and_white_with_a_quiet_zone_of_four_modules() throws Exception {
        BufferedImage image = image(new QrCode().png("LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH"));
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        int zone = QrCode.QUIET * QrCode.PIXELS;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < zone; j++) {
                assertThat(image.getRGB(i, j)).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(j, i)).isEqualTo(0xFFFFFFFF);
            }
        }
        assertThat(image.getRGB(zone, zone))
                .as("the finder pattern begins right after it")
                .isEqualTo(0xFF000000);
    }

    static String read(byte[] png) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image(png)))))
                .getText();
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
