package io.mingjing.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** SHA-256 in hexadecimal, and the salts of personal values. */
final class Hash {

    /** What the first entry names as its predecessor. */
    static final String ZERO = "0".repeat(64);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Hash() {}

    static String of(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** The digest that stands in the chain for one personal value. */
    static String ofPersonal(String salt, String name, String value) {
        return of(salt + ":" + name + ":" + value);
    }

    /** 128 random bits: without them a name could be found by trying names. */
    static String salt() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
