package io.esimhub.chatbot.products;

/** How much data is asked for. */
public sealed interface DataWish {

    /** No limit. */
    record Unlimited() implements DataWish {}

    /**
     * This much: a gigabyte is 1000 megabytes to one and 1024 to another, so what is up to 2.5 per cent away is meant too.
     *
     * @param megabytes more than zero
     */
    record About(int megabytes) implements DataWish {

        private static final int PARTS = 40;

        /** Whether so many megabytes are what was meant. */
        public boolean means(int many) {
            return least() <= many && many <= most();
        }

        int least() {
            return megabytes - megabytes / PARTS;
        }

        int most() {
            return (int) Math.min(Integer.MAX_VALUE, megabytes + (long) megabytes / PARTS);
        }
    }
}
