package io.esimhub.fulfillment;

/**
 * An activation code as it lies in the database.
 *
 * @param cipher nonce and AES-GCM text
 * @param key id of the key it was encrypted with
 * @param index HMAC of the code, to find it without reading it
 */
record SealedCode(byte[] cipher, String key, byte[] index) {}
