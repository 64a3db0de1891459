package io.esimhub.operations.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Seals secrets for the database and opens them for the customer. AES-256-GCM, the key's id is bound in. */
@Component
public class SecretVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys;
    private final String activeKey;
    private final SecretKeySpec indexKey;

    SecretVault(SecretProperties properties) {
        keys = properties.keys().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> key(entry.getKey(), entry.getValue(), "AES")));
        activeKey = properties.activeKey();
        indexKey = key("index-key", properties.indexKey(), "HmacSHA256");
        if (!keys.containsKey(activeKey)) {
            throw new IllegalArgumentException("hub.security.activation-codes.active-key names \"" + activeKey
                    + "\", which is not among the keys");
        }
    }

    public SealedSecret seal(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            return new SealedSecret(encrypt(plain), activeKey, mac.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    /** @throws SecretUnreadable if its key is gone from the settings, or the row was tampered with */
    public String open(byte[] sealed, String key) {
        return new String(decrypt(sealed, key), StandardCharsets.UTF_8);
    }

    /**
     * The same secret under the active key. Its index stays: it comes from a key of its own.
     *
     * @throws SecretUnreadable as {@link #open}
     */
    byte[] reseal(byte[] sealed, String key) {
        byte[] plain = decrypt(sealed, key);
        try {
            return encrypt(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    String activeKey() {
        return activeKey;
    }

    /** The ids of all keys of the settings. */
    Set<String> keys() {
        return keys.keySet();
    }

    private byte[] encrypt(byte[] plain) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, activeKey, nonce).doFinal(plain);
        return ByteBuffer.allocate(NONCE_BYTES + text.length)
                .put(nonce)
                .put(text)
                .array();
    }

    private byte[] decrypt(byte[] sealed, String key) {
        if (sealed.length < NONCE_BYTES) {
            throw new SecretUnreadable("a secret is too short to be one", null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadable("a secret could not be decrypted with the key " + key, e);
        }
    }

    private Cipher cipher(int mode, String key, byte[] nonce) throws GeneralSecurityException {
        SecretKeySpec secret = keys.get(key);
        if (secret == null) {
            throw new SecretUnreadable("hub.security.activation-codes.keys has no key \"" + key + "\"", null);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String name, String base64, String algorithm) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "hub.security.activation-codes: " + name + " must be 32 bytes in base64, but has " + bytes.length);
        }
        return new SecretKeySpec(bytes, algorithm);
    }
}
