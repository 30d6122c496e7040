package io.mingjing.portal;

import io.mingjing.casefile.QueryCodes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Codes and numbers as people type them. */
final class Codes {

    private static final int LENGTH = 15;
    private static final int GROUP = 5;

    private Codes() {}

    /** A fresh code; some 73 bits of chance, so that its plain digest gives nothing away. */
    static String next() {
        return QueryCodes.next();
    }

    /** A typed code with hyphens where they belong; whatever cannot be one comes back as it is, and finds nothing. */
    static String normal(String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        if (code.length() != LENGTH) {
            return code.substring(0, Math.min(code.length(), 2 * LENGTH));
        }
        return code.substring(0, GROUP) + "-" + code.substring(GROUP, 2 * GROUP) + "-" + code.substring(2 * GROUP);
    }

    /** A typed number: brackets of any kind are the official ones, spaces do not count. */
    static String number(String typed) {
        String number =
                typed.replaceAll("\\s+", "").replaceAll("[\\[(（【〈《]", "〔").replaceAll("[\\])）】〉》]", "〕");
        return number.substring(0, Math.min(number.length(), 60));
    }

    /** Lower-case hex of the SHA-256. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares without telling by its time how much was right. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
