package io.mingjing.identity;

import io.mingjing.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords people may choose: long rather than odd. At least twelve characters, at most 72 bytes (what BCrypt
 * reads), at least five different characters, neither the login nor one of the words everybody tries.
 */
final class PasswordPolicy {

    static final int MIN_LENGTH = 12;
    private static final int MAX_BYTES = 72;
    private static final int MIN_DIFFERENT = 5;
    private static final Set<String> COMMON = Set.of("password", "123456", "qwerty", "mingjing", "admin");
    /** No characters that are read for one another when a password is copied from paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordPolicy() {}

    /** Refuses a password that falls short, naming the reason at the field. */
    static void require(String field, String password, String login) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw refuse(field, "PASSWORD_TOO_SHORT", MIN_LENGTH);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refuse(field, "PASSWORD_TOO_LONG", MAX_BYTES);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(login) || COMMON.stream().anyMatch(lower::contains)) {
            throw refuse(field, "PASSWORD_GUESSABLE");
        }
        if (password.codePoints().distinct().count() < MIN_DIFFERENT) {
            throw refuse(field, "PASSWORD_MONOTONOUS", MIN_DIFFERENT);
        }
    }

    /** A one-time password: sixteen characters in groups of four, about 79 bits. */
    static String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static Refusal refuse(String field, String code, Object... args) {
        return Refusal.fields(List.of(Refusal.FieldError.of(field, code, args)));
    }
}
