package io.esimhub.operations.secrets;

/**
 * How far a pass over all sealed columns has come; a row that cannot be opened is left behind, not met again.
 *
 * @param columns which of the sealed columns, by its place in their list
 * @param after the last row's id
 */
record RotationPass(int columns, long after, boolean unfinished) {

    static final RotationPass BEGIN = new RotationPass(0, Long.MIN_VALUE, true);
    static final RotationPass END = new RotationPass(0, Long.MIN_VALUE, false);

    RotationPass after(long id) {
        return new RotationPass(columns, id, true);
    }

    RotationPass nextOf(int all) {
        return new RotationPass(columns + 1, Long.MIN_VALUE, columns + 1 < all);
    }
}
