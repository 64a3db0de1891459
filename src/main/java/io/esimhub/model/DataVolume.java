package io.esimhub.model;

/**
 * An amount of data, with the base in which its supplier counts: a gigabyte of 10^9 bytes is seven per cent less than one of 2^30.
 *
 * @param bytes more than zero
 * @param base of the units that the supplier speaks of
 */
public record DataVolume(long bytes, Base base) {

    /** What a megabyte is. */
    public enum Base {
        /** 10^6 bytes. */
        DECIMAL(1_000_000),
        /** 2^20 bytes. */
        BINARY(1 << 20);

        private final long megabyte;

        Base(long megabyte) {
            this.megabyte = megabyte;
        }
    }

    public DataVolume {
        if (bytes <= 0) {
            throw new IllegalArgumentException("no data at all");
        }
    }

    public static DataVolume megabytes(long megabytes, Base base) {
        return new DataVolume(Math.multiplyExact(megabytes, base.megabyte), base);
    }
}
