package io.mingjing.document;

import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Files named by the SHA-256 of their content, in two levels of folders. A file stands under its name whole and synced,
 * with the name itself synced, before the caller's row can commit; a row that rolls back leaves an orphan for {@link
 * OrphanFiles}.
 */
@Component
class FileStore {

    /** A file that has been received and not yet been given its name. */
    record Received(Path path, String sha256, long size) {}

    private static final int BUFFER = 64 * 1024;
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    // The age of a file is real time, also where the application's time is driven.
    private final Clock realTime = Clock.systemUTC();
    private final Path root;

    FileStore(FileSettings settings) {
        this.root = settings.files().toAbsolutePath().normalize();
    }

    /**
     * Takes the content to a temporary file.
     *
     * @param max bytes that are taken at most
     * @throws Refusal {@code FILE_TOO_LARGE}, {@code FILE_EMPTY}
     */
    Received receive(InputStream in, long max) {
        try {
            Path path = Files.createDirectories(root.resolve("incoming")).resolve(Ids.next());
            MessageDigest digest = sha256();
            long size = 0;
            boolean whole = false;
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > max) {
                        throw Refusal.invalid("FILE_TOO_LARGE", max / (1024 * 1024));
                    }
                    digest.update(buffer, 0, read);
                    ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                    while (rest.hasRemaining()) {
                        out.write(rest);
                    }
                }
                out.force(true);
                if (size == 0) {
                    throw Refusal.invalid("FILE_EMPTY");
                }
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(path);
                }
            }
            return new Received(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the file its name for good. The same content twice is one file. */
    void keep(Received received) {
        try {
            Path outer = root.resolve(received.sha256().substring(0, 2));
            Path inner = Files.createDirectories(outer.resolve(received.sha256().substring(2, 4)));
            // Replacing an equal file renews its age, so that the orphan collector leaves it alone.
            Files.setLastModifiedTime(received.path(), FileTime.from(Instant.now(realTime)));
            Files.move(
                    received.path(),
                    inner.resolve(received.sha256()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            sync(inner);
            sync(outer);
            sync(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of a file that was received and refused. */
    void discard(Received received) {
        try {
            Files.deleteIfExists(received.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps bytes made by the application itself and answers their digest. */
    String keep(byte[] content) {
        Received received = receive(new ByteArrayInputStream(content), Long.MAX_VALUE);
        keep(received);
        return received.sha256();
    }

    /**
     * The file of this digest after its content was compared with the digest.
     *
     * @throws Refusal {@code FILE_MISSING} or {@code FILE_ALTERED}
     */
    Path verified(String sha256) {
        Path path = path(sha256);
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchFileException e) {
            throw Refusal.conflict("FILE_MISSING", sha256.substring(0, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw Refusal.conflict("FILE_ALTERED", sha256.substring(0, 12));
        }
        return path;
    }

    /**
     * Deletes files that nobody knows and that are older than a day. A file is put aside before it is judged for the last
     * time, so that content stored again at that moment is never lost.
     *
     * @return how many were deleted
     */
    int deleteOrphans(Predicate<String> known) {
        try {
            Files.createDirectories(root);
            Path aside = Files.createDirectories(root.resolve("orphans"));
            int deleted = 0;
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!old(file)) {
                        continue;
                    }
                    if (file.startsWith(root.resolve("incoming"))) {
                        Files.deleteIfExists(file);
                        deleted++;
                    } else if (!known.test(file.getFileName().toString())) {
                        deleted += deleteAside(file, aside) ? 1 : 0;
                    }
                }
            }
            return deleted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean deleteAside(Path file, Path aside) throws IOException {
        Path judged = aside.resolve(file.getFileName());
        Files.move(file, judged, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (old(judged)) {
            Files.deleteIfExists(judged);
            return true;
        }
        Files.move(judged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return false;
    }

    private boolean old(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now(realTime).minus(ORPHAN_AGE));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
