package io.mingjing.casefile;

import java.security.SecureRandom;

/** Codes by which an applicant finds the own case: fifteen characters without 0, O, 1, I and L, some 73 bits of chance. */
public final class QueryCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryCodes() {}

    /** Like {@code 7KQ2M-XR4TN-9HWDP}. */
    public static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
