package io.mingjing.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data with AES-GCM before it reaches the database. Each value is bound to its place (row and column),
 * so that a value copied to another row does not open.
 */
@Component
class PersonalVault {

    /** An encrypted value and the id of its key. */
    record Sealed(String text, String keyId) {}

    private static final String AES = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-‐-―·.]+");

    private final PersonalKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    PersonalVault(@Value("${mingjing.key-file:data/keys/personal.keys}") Path file) {
        this(PersonalKeys.at(file));
    }

    PersonalVault(PersonalKeys keys) {
        this.keys = keys;
    }

    /** @param place what the value belongs to, such as {@code party/<id>/phone} */
    Sealed seal(String clear, String place) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, keys.active(), iv, place, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all =
                ByteBuffer.allocate(iv.length + text.length).put(iv).put(text).array();
        return new Sealed(Base64.getEncoder().encodeToString(all), keys.activeId());
    }

    /** @throws IllegalStateException if the key is missing or the value does not belong to that place */
    String open(Sealed sealed, String place) {
        byte[] all = Base64.getDecoder().decode(sealed.text());
        byte[] iv = new byte[IV_BYTES];
        byte[] text = new byte[all.length - IV_BYTES];
        ByteBuffer.wrap(all).get(iv).get(text);
        return new String(
                crypt(Cipher.DECRYPT_MODE, keys.key(sealed.keyId()), iv, place, text), StandardCharsets.UTF_8);
    }

    /** Equal values have equal indexes, and nothing else can be read from one. Spaces, hyphens and width do not count. */
    String index(PersonalField field, String clear) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index());
            mac.update((field.name() + '\n').getBytes(StandardCharsets.UTF_8));
            byte[] code = mac.doFinal(canonical(clear).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(String clear) {
        String text = Normalizer.normalize(clear, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return SEPARATORS.matcher(text).replaceAll("");
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] iv, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value at " + place + " cannot be processed", e);
        }
    }
}
