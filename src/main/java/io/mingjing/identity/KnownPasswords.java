package io.mingjing.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for five minutes that a password was right, so that a machine that sends it with every call does not pay for
 * BCrypt each time. Keeps a keyed digest under a key that dies with the process; any change of the account forgets it.
 */
final class KnownPasswords {

    private static final int CAPACITY = 1000;
    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Known(int version, byte[] digest, Instant until) {}

    private final SecretKeySpec key;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > CAPACITY;
        }
    };

    KnownPasswords() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    boolean matches(Credentials credentials, String password, Instant now) {
        Known entry;
        synchronized (known) {
            entry = known.get(credentials.userId());
        }
        return entry != null
                && entry.version() == credentials.version()
                && now.isBefore(entry.until())
                && MessageDigest.isEqual(entry.digest(), digest(password));
    }

    void remember(Credentials credentials, String password, Instant now) {
        Known entry = new Known(credentials.version(), digest(password), now.plus(LIFE));
        synchronized (known) {
            known.put(credentials.userId(), entry);
        }
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HmacSHA256
        }
    }
}
