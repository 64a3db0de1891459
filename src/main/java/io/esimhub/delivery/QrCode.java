package io.esimhub.delivery;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Map;

/** A QR code as a black and white PNG: error correction M, {@value #PIXELS} pixels a module, the quiet zone included. */
final class QrCode {

    static final int PIXELS = 6;
    /** ISO/IEC 18004 asks for four modules. */
    static final int QUIET = 4;

    /** Any mask is readable; trying all eight for the best one costs five times the rest of the encoding. */
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    /** @param text up to 255 characters */
    byte[] png(String text) {
        try {
            ByteMatrix modules =
                    Encoder.encode(text, ErrorCorrectionLevel.M, HINTS).getMatrix();
            int side = (modules.getWidth() + 2 * QUIET) * PIXELS;
            return BlackAndWhitePng.of(side, draw(modules, side));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("not a text for a QR code of " + text.length() + " characters");
        }
    }

    private static byte[] draw(ByteMatrix modules, int side) {
        int length = 1 + (side + 7) / 8;
        byte[] rows = new byte[length * side];
        Arrays.fill(rows, (byte) 0xFF);
        for (int row = 0; row < side; row++) {
            rows[row * length] = 0;
        }
        for (int y = 0; y < modules.getHeight(); y++) {
            int row = (y + QUIET) * PIXELS * length;
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    blacken(rows, row + 1, (x + QUIET) * PIXELS);
                }
            }
            for (int copy = 1; copy < PIXELS; copy++) {
                System.arraycopy(rows, row, rows, row + copy * length, length);
            }
        }
        return rows;
    }

    private static void blacken(byte[] rows, int start, int firstPixel) {
        for (int pixel = firstPixel; pixel < firstPixel + PIXELS; pixel++) {
            rows[start + (pixel >> 3)] &= (byte) ~(0x80 >> (pixel & 7));
        }
    }
}
