package io.esimhub.delivery;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A QR code as a black and white PNG: error correction M, {@value #PIXELS} pixels a module, the quiet zone included. */
final class QrCode {

    static final int PIXELS = 6;
    /** ISO/IEC 18004 asks for four modules. */
    static final int QUIET = 4;

    /** Any mask is readable; trying all eight for the best one costs five times the rest of the encoding. */
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    /** Looked up once: the look-up is one lock for all threads of the process. */
    private static final ImageWriterSpi PNG =
            ImageIO.getImageWritersByFormatName("png").next().getOriginatingProvider();

    /** @param text up to 255 characters */
    byte[] png(String text) {
        try {
            return write(
                    draw(Encoder.encode(text, ErrorCorrectionLevel.M, HINTS).getMatrix()));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("not a text for a QR code of " + text.length() + " characters");
        }
    }

    private static BufferedImage draw(ByteMatrix modules) {
        int side = (modules.getWidth() + 2 * QUIET) * PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(bits, (byte) 0xFF);
        int stride = bits.length / side;
        for (int y = 0; y < modules.getHeight(); y++) {
            int row = (y + QUIET) * PIXELS * stride;
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    blacken(bits, row, (x + QUIET) * PIXELS);
                }
            }
            for (int copy = 1; copy < PIXELS; copy++) {
                System.arraycopy(bits, row, bits, row + copy * stride, stride);
            }
        }
        return image;
    }

    private static void blacken(byte[] bits, int row, int firstPixel) {
        for (int pixel = firstPixel; pixel < firstPixel + PIXELS; pixel++) {
            bits[row + (pixel >> 3)] &= (byte) ~(0x80 >> (pixel & 7));
        }
    }

    private static byte[] write(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(2048);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageWriter writer = PNG.createWriterInstance();
            writer.setOutput(out);
            writer.write(image);
            writer.dispose();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return png.toByteArray();
    }
}
