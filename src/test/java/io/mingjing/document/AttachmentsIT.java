package io.mingjing.document;

import static io.mingjing.document.DocumentStage.AUDITOR;
import static io.mingjing.document.DocumentStage.CLERK;
import static io.mingjing.document.DocumentStage.CONTACT;
import static io.mingjing.document.DocumentStage.OFFICER;
import static io.mingjing.document.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DocumentTest
class AttachmentsIT {

    private final Attachments attachments;
    private final OrphanFiles orphans;
    private final DocumentStage.Heard heard;
    private final TransactionTemplate transaction;
    private final FileSettings settings;
    private final String caseId = Ids.next();

    AttachmentsIT(
            @Autowired Attachments attachments,
            @Autowired OrphanFiles orphans,
            @Autowired DocumentStage.Heard heard,
            @Autowired TransactionTemplate transaction,
            @Autowired FileSettings settings) {
        this.attachments = attachments;
        this.orphans = orphans;
        this.heard = heard;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Test
    void aFileComesBackAsItWasGiven() throws Exception {
        Attachment stored = store("../答复书.pdf", FilePart.MAIN, CONTACT);

        OpenedFile opened = attachments.open(stored.id(), OFFICER);
        assertThat(opened.path()).hasBinaryContent(SampleFiles.pdf());
        assertThat(opened.fileName()).isEqualTo("答复书.pdf");
        assertThat(opened.mediaType()).isEqualTo("application/pdf");
        assertThat(opened.showable()).isTrue();
        assertThat(attachments.of(caseId, OFFICER)).containsExactly(stored);
        assertThat(heard.of(Act.class))
                .filteredOn(act -> caseId.equals(act.caseId()))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.kind()).isEqualTo("document.attachmentStored");
                    assertThat(act.facts())
                            .containsEntry("sha256", stored.sha256())
                            .doesNotContainValue("答复书.pdf");
                });
    }

    @Test
    void theSecondaryPartIsClosedToContacts() {
        Attachment slip = store("审批单.pdf", FilePart.SECONDARY, CLERK);
        assertThat(attachments.of(caseId, CONTACT)).isEmpty();
        assertRefused("ATTACHMENT_NOT_FOUND", () -> attachments.open(slip.id(), CONTACT));
        assertRefused("FILE_PART", () -> store("审批单.pdf", FilePart.SECONDARY, CONTACT));
    }

    @Test
    void readersAddNothingAndAHiddenCaseIsNotThere() {
        assertRefused("READ_ONLY", () -> store("答复书.pdf", FilePart.MAIN, AUDITOR));
        assertRefused("CASE_NOT_FOUND", () -> attachments.of("hidden", OFFICER));
        assertRefused("ATTACHMENT_NOT_FOUND", () -> attachments.get(Ids.next(), OFFICER));
    }

    @Test
    void aRefusedFileLeavesNoRowAndNoFile() {
        assertRefused(
                "FILE_MISMATCH",
                () -> attachments.store(
                        caseId,
                        null,
                        "答复书",
                        FilePart.MAIN,
                        "答复书.pdf",
                        new ByteArrayInputStream(SampleFiles.program()),
                        OFFICER));
        assertThat(attachments.of(caseId, OFFICER)).isEmpty();
    }

    @Test
    void anActThatRollsBackLeavesAFileThatTheCollectorSpares() {
        transaction.executeWithoutResult(status -> {
            store("答复书.pdf", FilePart.MAIN, OFFICER);
            status.setRollbackOnly();
        });
        assertThat(attachments.of(caseId, OFFICER)).isEmpty();
        Attachment kept = store("答复书.pdf", FilePart.MAIN, OFFICER);
        orphans.collect();
        assertThat(attachments.open(kept.id(), OFFICER).path()).exists();
    }

    @Test
    void anAlteredFileIsRefusedWithItsDigest() throws Exception {
        Attachment stored = attachments.store(
                caseId, null, "照片", FilePart.MAIN, "照片.png", new ByteArrayInputStream(SampleFiles.png()), OFFICER);
        Files.write(attachments.open(stored.id(), OFFICER).path(), new byte[] {1, 2, 3});
        assertRefused("FILE_ALTERED", () -> attachments.open(stored.id(), OFFICER));
        String sha = stored.sha256();
        Files.delete(settings.files()
                .resolve(sha.substring(0, 2))
                .resolve(sha.substring(2, 4))
                .resolve(sha));
        assertRefused("FILE_MISSING", () -> attachments.open(stored.id(), OFFICER));
    }

    private Attachment store(String name, FilePart part, Actor actor) {
        return attachments.store(caseId, null, "材料", part, name, new ByteArrayInputStream(SampleFiles.pdf()), actor);
    }
}
