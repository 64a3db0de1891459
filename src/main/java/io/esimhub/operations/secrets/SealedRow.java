package io.esimhub.operations.secrets;

/** A row whose secret is to be encrypted anew, locked by this transaction. */
record SealedRow(long id, byte[] cipher, String key) {

    @Override
    public String toString() {
        return "SealedRow[" + id + ", " + key + "]";
    }
}
