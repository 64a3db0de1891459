package io.esimhub.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of one bit a pixel as PNG (W3C PNG specification, 11.2): three chunks, no filter. ImageIO writes the same, but turns each
 * bit into numbers and back on the way: it took half of the time that building a mail takes.
 */
final class BlackAndWhitePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private BlackAndWhitePng() {}

    /**
     * @param side in pixels, the width as well as the height
     * @param rows each a zero, which says "no filter", then its pixels, eight a byte, the leftmost in the highest bit; 1 is white
     */
    static byte[] of(int side, byte[] rows) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put((byte) 1) // bits a pixel
                .put((byte) 0) // shades of grey
                .put(new byte[3]) // deflated, the standard's filters, not interlaced
                .array();
        byte[] pixels = deflated(rows);
        ByteBuffer png = ByteBuffer.allocate(SIGNATURE.length + 3 * 12 + header.length + pixels.length);
        png.put(SIGNATURE);
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", pixels);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.putInt(content.length).put(name).put(content).putInt((int) checksum.getValue());
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(1024);
            byte[] piece = new byte[1024];
            while (!deflater.finished()) {
                deflated.write(piece, 0, deflater.deflate(piece));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
