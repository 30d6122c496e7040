package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    private static final byte[] CONTENT = "行政复议答复书".getBytes(StandardCharsets.UTF_8);
    private static final long MAX = 1024;

    @TempDir
    Path root;

    @Test
    void aFileStandsUnderItsDigestInTwoLevelsOfFolders() throws IOException {
        String sha = keep(CONTENT);
        assertThat(root.resolve(sha.substring(0, 2))
                        .resolve(sha.substring(2, 4))
                        .resolve(sha))
                .hasBinaryContent(CONTENT);
        assertThat(Files.list(root.resolve("incoming"))).isEmpty();
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        assertThat(keep(CONTENT)).isEqualTo(keep(CONTENT));
        assertThat(files()).hasSize(1);
    }

    @Test
    void anEmptyFileIsRefusedAndLeavesNothing() throws IOException {
        assertRefused("FILE_EMPTY", () -> store().receive(InputStream.nullInputStream(), MAX));
        assertThat(files()).isEmpty();
    }

    @Test
    void reckoningStopsAtTheLimitHoweverLongTheStreamIs() throws IOException {
        Endless endless = new Endless();
        assertRefused("FILE_TOO_LARGE", () -> store().receive(endless, Attachments.MAX_SIZE));
        assertThat(endless.given).isBetween(Attachments.MAX_SIZE, Attachments.MAX_SIZE + 128 * 1024);
        assertThat(files()).isEmpty();
    }

    @Test
    void anAlteredFileIsNotOpened() throws IOException {
        String sha = keep(CONTENT);
        assertThat(store().verified(sha)).hasBinaryContent(CONTENT);
        Files.writeString(store().verified(sha), "改动", StandardCharsets.UTF_8);
        assertRefused("FILE_ALTERED", () -> store().verified(sha));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertRefused("FILE_MISSING", () -> store().verified("0".repeat(64)));
    }

    @Test
    void orphansOlderThanADayAreDeletedAndKnownOrYoungFilesStay() throws IOException {
        String known = keep("known".getBytes(StandardCharsets.UTF_8));
        String orphan = keep("orphan".getBytes(StandardCharsets.UTF_8));
        String young = keep("young".getBytes(StandardCharsets.UTF_8));
        age(known);
        age(orphan);

        assertThat(store().deleteOrphans(known::equals)).isEqualTo(1);

        assertThat(store().verified(known)).exists();
        assertThat(store().verified(young)).exists();
        assertRefused("FILE_MISSING", () -> store().verified(orphan));
    }

    @Test
    void anOrphanThatIsStoredAgainIsYoungAgain() throws IOException {
        String sha = keep(CONTENT);
        age(sha);
        keep(CONTENT);
        assertThat(store().deleteOrphans(any -> false)).isZero();
    }

    private String keep(byte[] content) {
        FileStore.Received received = store().receive(new ByteArrayInputStream(content), MAX);
        store().keep(received);
        return received.sha256();
    }

    private void age(String sha) throws IOException {
        // The age of files is real time.
        Files.setLastModifiedTime(
                store().verified(sha),
                FileTime.from(Instant.now(java.time.Clock.systemUTC()).minus(Duration.ofHours(25))));
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(root).filter(Files::isRegularFile);
    }

    private FileStore store() {
        return new FileStore(new FileSettings(root));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Gives bytes without end and counts them. */
    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            given += length;
            return length;
        }
    }
}
