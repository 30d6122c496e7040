package io.mingjing.document;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a case: checked by content, size and name when they come, and against their digest when they go. */
@Service
public class Attachments {

    /** Bytes a file may have at most: 50 MB. */
    public static final long MAX_SIZE = 50L * 1024 * 1024;

    private static final int MAX_LABEL = 100;

    private final AttachmentMapper mapper;
    private final FileStore files;
    private final CaseAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // The case module implements the access rules and uses this class, so they are looked up when first needed.
    Attachments(
            AttachmentMapper mapper,
            FileStore files,
            @Lazy CaseAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.files = files;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a file into the case. The stream is read to its end at most; the caller closes it.
     *
     * @param taskId task it is handed in with, or null
     * @param label what it is; the file's name when blank
     * @throws Refusal {@code FILE_TOO_LARGE}, {@code FILE_EMPTY}, {@code FILE_TYPE}, {@code FILE_MISMATCH},
     *     {@code FILE_MACROS}, {@code FILE_LABEL}, {@code FILE_PART}, {@code READ_ONLY}
     */
    @Transactional
    public Attachment store(
            String caseId,
            @Nullable String taskId,
            String label,
            FilePart part,
            String fileName,
            InputStream in,
            Actor actor) {
        requireWriter(caseId, part, actor);
        String name = FileNames.clean(fileName);
        String title = label.isBlank() ? name.substring(0, Math.min(name.length(), MAX_LABEL)) : label.strip();
        if (title.length() > MAX_LABEL) {
            throw Refusal.invalid("FILE_LABEL", MAX_LABEL);
        }
        FileStore.Received received = files.receive(in, MAX_SIZE);
        FileKind kind;
        try {
            kind = FileKind.of(received.path(), name);
        } catch (RuntimeException e) {
            files.discard(received);
            throw e;
        }
        files.keep(received);
        Attachment attachment = new Attachment(
                Ids.next(),
                caseId,
                taskId,
                title,
                name,
                kind.mediaType(),
                received.size(),
                received.sha256(),
                part,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
        mapper.insert(attachment);
        events.publishEvent(Act.of(
                        "document.attachmentStored",
                        caseId,
                        actor,
                        Map.of("attachmentId", attachment.id(), "sha256", attachment.sha256(), "part", part.name()))
                .withPersonal(Map.of("fileName", name)));
        return attachment;
    }

    /** Takes a file that was checked and kept before there was a case. */
    Attachment adopt(
            Deposit deposit, String caseId, @Nullable String taskId, String label, FilePart part, Actor actor) {
        requireWriter(caseId, part, actor);
        Attachment attachment = new Attachment(
                Ids.next(),
                caseId,
                taskId,
                label,
                deposit.fileName(),
                deposit.mediaType(),
                deposit.size(),
                deposit.sha256(),
                part,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
        mapper.insert(attachment);
        events.publishEvent(Act.of(
                        "document.attachmentStored",
                        caseId,
                        actor,
                        Map.of("attachmentId", attachment.id(), "sha256", attachment.sha256(), "part", part.name()))
                .withPersonal(Map.of("fileName", deposit.fileName())));
        return attachment;
    }

    /** The files of the case that the actor may read, oldest first. */
    public List<Attachment> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId).stream()
                .filter(attachment -> access.mayReadPart(caseId, attachment.part(), actor))
                .toList();
    }

    /**
     * One file's entry.
     *
     * @throws Refusal {@code ATTACHMENT_NOT_FOUND}, also where the actor may not read it
     */
    public Attachment get(String id, Actor actor) {
        Attachment attachment = mapper.find(id).orElseThrow(() -> Refusal.notFound("ATTACHMENT_NOT_FOUND"));
        access.requireVisible(attachment.caseId(), actor);
        if (!access.mayReadPart(attachment.caseId(), attachment.part(), actor)) {
            throw Refusal.notFound("ATTACHMENT_NOT_FOUND");
        }
        return attachment;
    }

    /**
     * The content, after it was compared with its digest.
     *
     * @throws Refusal as {@link #get}, and {@code FILE_MISSING} or {@code FILE_ALTERED}
     */
    public OpenedFile open(String id, Actor actor) {
        Attachment attachment = get(id, actor);
        Path path = files.verified(attachment.sha256());
        return new OpenedFile(
                path,
                attachment.fileName(),
                attachment.mediaType(),
                attachment.size(),
                attachment.sha256(),
                FileKind.showable(attachment.mediaType()));
    }

    /** Lays the files that were handed in with a task into the secondary part, whatever part was chosen for them. */
    @Transactional
    public void fileInSecondary(String caseId, String taskId, Actor actor) {
        requireWriter(caseId, FilePart.SECONDARY, actor);
        int moved = mapper.updatePart(caseId, taskId, FilePart.SECONDARY);
        if (moved > 0) {
            events.publishEvent(
                    Act.of("document.attachmentsMoved", caseId, actor, Map.of("files", moved, "part", "SECONDARY")));
        }
    }

    /** Refuses a reference to a file that is not of this case. */
    void requireOfCase(String attachmentId, String caseId) {
        if (mapper.find(attachmentId)
                .filter(attachment -> attachment.caseId().equals(caseId))
                .isEmpty()) {
            throw Refusal.notFound("ATTACHMENT_NOT_FOUND");
        }
    }

    private void requireWriter(String caseId, FilePart part, Actor actor) {
        if (actor.isSystem() || (actor.isPublic() && part == FilePart.MAIN)) {
            return;
        }
        access.requireVisible(caseId, actor);
        boolean writes = actor.roles().stream().anyMatch(role -> role != Role.AUDITOR && role != Role.ADMIN);
        if (!writes) {
            throw Refusal.forbidden("READ_ONLY");
        }
        if (!access.mayReadPart(caseId, part, actor)) {
            throw Refusal.forbidden("FILE_PART");
        }
    }
}
