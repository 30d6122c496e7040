package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that people leave before there is a case: checked by content, size and name as every other file, and taken into the
 * case when it is entered. What is never taken goes with its place.
 */
@Service
@Transactional
public class Deposits {

    private static final int MAX_LABEL = 100;

    private final DepositMapper mapper;
    private final FileStore files;
    private final Attachments attachments;
    private final Clock clock;

    Deposits(DepositMapper mapper, FileStore files, Attachments attachments, Clock clock) {
        this.mapper = mapper;
        this.files = files;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Takes a file. The stream is read to its end at most; the caller closes it.
     *
     * @param max bytes that it may have
     * @param most files that the place may hold
     * @throws Refusal {@code TOO_MANY_FILES}, {@code FILE_TOO_LARGE}, {@code FILE_EMPTY}, {@code FILE_TYPE}, {@code
     *     FILE_MISMATCH}, {@code FILE_MACROS}, {@code FILE_LABEL}
     */
    public Deposit leave(String place, String label, String fileName, InputStream in, long max, int most) {
        if (mapper.findByPlace(place).size() >= most) {
            throw Refusal.invalid("TOO_MANY_FILES", most);
        }
        if (label.length() > MAX_LABEL) {
            throw Refusal.invalid("FILE_LABEL", MAX_LABEL);
        }
        String name = FileNames.clean(fileName);
        FileStore.Received received = files.receive(in, max);
        FileKind kind;
        try {
            kind = FileKind.of(received.path(), name);
        } catch (RuntimeException e) {
            files.discard(received);
            throw e;
        }
        files.keep(received);
        Deposit deposit = new Deposit(
                Ids.next(),
                place,
                label,
                name,
                kind.mediaType(),
                received.size(),
                received.sha256(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
        mapper.insert(deposit);
        return deposit;
    }

    /** What lies there, oldest first. */
    @Transactional(readOnly = true)
    public List<Deposit> of(String place) {
        return mapper.findByPlace(place);
    }

    /**
     * The content of one file, after it was compared with its digest. Who may see the place is for the caller to know.
     *
     * @throws Refusal {@code ATTACHMENT_NOT_FOUND}, {@code FILE_MISSING}, {@code FILE_ALTERED}
     */
    @Transactional(readOnly = true)
    public OpenedFile open(String place, String id) {
        Deposit deposit = mapper.findByPlace(place).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ATTACHMENT_NOT_FOUND"));
        return new OpenedFile(
                files.verified(deposit.sha256()),
                deposit.fileName(),
                deposit.mediaType(),
                deposit.size(),
                deposit.sha256(),
                FileKind.showable(deposit.mediaType()));
    }

    /** One file that lies there; empty where it is gone. */
    @Transactional(readOnly = true)
    public Optional<Deposit> find(String place, String id) {
        return mapper.findByPlace(place).stream()
                .filter(deposit -> deposit.id().equals(id))
                .findFirst();
    }

    /** Takes one back; nothing happens where it is gone. */
    public void remove(String place, String id) {
        mapper.delete(id, place);
    }

    /** Takes back all that lies there. */
    public void clear(String place) {
        mapper.deleteByPlace(place);
    }

    /** Puts a file that lies there into the main part of a case; it stays in its place until that is cleared. */
    public Attachment file(Deposit deposit, String caseId, @Nullable String taskId, String label, Actor actor) {
        return attachments.adopt(deposit, caseId, taskId, label, FilePart.MAIN, actor);
    }
}
