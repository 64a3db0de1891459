package io.esimhub.operations.secrets;

/**
 * A secret as it lies in the database.
 *
 * @param cipher nonce and AES-GCM text
 * @param key id of the key it was encrypted with
 * @param index HMAC of the secret, to find it without reading it
 */
public record SealedSecret(byte[] cipher, String key, byte[] index) {

    @Override
    public String toString() {
        return "SealedSecret[" + key + "]";
    }
}
