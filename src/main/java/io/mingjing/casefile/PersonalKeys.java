package io.mingjing.casefile;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of personal data, kept in a file outside the database: {@code active} names the key that encrypts,
 * {@code key.<id>} are keys that decrypt, {@code index} makes the blind index. A new key is added by hand and made active;
 * old ones stay as long as values carry their id.
 */
record PersonalKeys(String activeId, Map<String, SecretKey> keys, SecretKey index) {

    private static final int BYTES = 32;
    private static final String KEY = "key.";

    PersonalKeys {
        keys = Map.copyOf(keys);
        if (!keys.containsKey(activeId)) {
            throw new IllegalStateException("key file: the active key " + activeId + " is not in it");
        }
    }

    SecretKey active() {
        return key(activeId);
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "key file: key " + id + " is missing; restore the file that belongs to this database");
        }
        return key;
    }

    /** Reads the file; makes one with fresh keys where there is none. */
    static PersonalKeys at(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file + " cannot be used", e);
        }
    }

    private static PersonalKeys read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, SecretKey> keys = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(KEY)) {
                keys.put(name.substring(KEY.length()), secret(properties, name, "AES"));
            }
        }
        return new PersonalKeys(required(properties, "active"), keys, secret(properties, "index", "HmacSHA256"));
    }

    private static SecretKey secret(Properties properties, String name, String algorithm) {
        byte[] bytes = Base64.getDecoder().decode(required(properties, name));
        if (bytes.length != BYTES) {
            throw new IllegalStateException("key file: " + name + " must have " + BYTES + " bytes");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("key file: " + name + " is missing");
        }
        return value.strip();
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "keys", ".new");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        SecureRandom random = new SecureRandom();
        try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            out.write(
                    "# Keys of personal data. Keep a copy apart from the database; without it the values are lost.\n");
            out.write("active=k1\n");
            out.write("key.k1=" + random(random) + "\n");
            out.write("index=" + random(random) + "\n");
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh); // fails if another node was first; its keys are the keys then
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
