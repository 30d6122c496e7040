package io.mingjing.document.web;

import io.mingjing.document.Approval;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.DocumentPanels;
import io.mingjing.document.Duty;
import io.mingjing.document.ElectronicSeal;
import io.mingjing.document.ElectronicSeals;
import io.mingjing.document.FileAnswers;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.LetterView;
import io.mingjing.document.Letters;
import io.mingjing.document.SealEntry;
import io.mingjing.document.ServiceMethod;
import io.mingjing.document.ServiceRecord;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files and letters for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1")
class DocumentApi {

    /** All documents of a case that the reader may see. */
    record Documents(List<LetterBody> letters, List<Attachment> attachments, List<Duty> pending) {}

    record LetterBody(
            Letter letter,
            @Nullable Role nextLevel,
            List<Approval> approvals,
            List<SealEntry> seals,
            List<RecipientBody> recipients) {

        static LetterBody of(LetterView view) {
            return new LetterBody(
                    view.letter(),
                    view.nextLevel(),
                    view.approvals(),
                    view.seals(),
                    view.recipients().stream()
                            .map(served -> new RecipientBody(
                                    served.recipient().partyId(),
                                    served.recipient().name(),
                                    served.recipient().role(),
                                    served.record()))
                            .toList());
        }
    }

    record RecipientBody(
            String id, String name, String role, @Nullable ServiceRecord service) {}

    record ServiceBody(
            @Nullable String recipientId,
            @Nullable ServiceMethod method,
            @Nullable LocalDate on,
            @Nullable String evidenceAttachmentId,
            @Nullable String note) {}

    record PaperApprovalBody(
            @Nullable Role level,
            @Nullable String approver,
            @Nullable LocalDate on,
            @Nullable String opinion,
            @Nullable String attachmentId) {}

    record SealBody(
            @Nullable String seal,
            @Nullable Integer copies,
            @Nullable String keeper,
            @Nullable String scanAttachmentId) {}

    private final Attachments attachments;
    private final Letters letters;
    private final LetterFiles files;
    private final ElectronicSeals seals;
    private final DocumentPanels panels;
    private final CurrentUser user;

    DocumentApi(
            Attachments attachments,
            Letters letters,
            LetterFiles files,
            ElectronicSeals seals,
            DocumentPanels panels,
            CurrentUser user) {
        this.attachments = attachments;
        this.letters = letters;
        this.files = files;
        this.seals = seals;
        this.panels = panels;
        this.user = user;
    }

    @GetMapping("/cases/{caseId}/documents")
    Documents documents(@PathVariable String caseId) {
        Actor actor = user.actor();
        return new Documents(
                panels.views(caseId, actor).stream().map(LetterBody::of).toList(),
                attachments.of(caseId, actor),
                LetterFiles.insider(actor) ? letters.pending(caseId) : List.of());
    }

    @PostMapping(path = "/cases/{caseId}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment upload(
            @PathVariable String caseId,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String taskId,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "MAIN") FilePart part)
            throws IOException {
        return AttachmentController.store(attachments, user, caseId, file, taskId, label, part);
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<Resource> attachment(@PathVariable String id) {
        return FileAnswers.send(attachments.open(id, user.actor()), false);
    }

    @GetMapping("/cases/{caseId}/letters/{letterId}/docx")
    ResponseEntity<Resource> docx(@PathVariable String caseId, @PathVariable String letterId) {
        require(caseId, letterId);
        return FileAnswers.send(files.docx(letterId, user.actor()), false);
    }

    @GetMapping("/cases/{caseId}/letters/{letterId}/pdf")
    ResponseEntity<Resource> pdf(@PathVariable String caseId, @PathVariable String letterId) {
        require(caseId, letterId);
        return FileAnswers.send(files.pdf(letterId, user.actor()), false);
    }

    @PostMapping("/cases/{caseId}/letters/{letterId}/services")
    @ResponseStatus(HttpStatus.CREATED)
    ServiceRecord serve(@PathVariable String caseId, @PathVariable String letterId, @RequestBody ServiceBody body) {
        require(caseId, letterId);
        return letters.serve(
                letterId,
                given("recipientId", body.recipientId()),
                given("method", body.method()),
                given("on", body.on()),
                body.evidenceAttachmentId(),
                body.note(),
                user.actor());
    }

    @PostMapping("/cases/{caseId}/letters/{letterId}/paper-approvals")
    @ResponseStatus(HttpStatus.CREATED)
    Approval recordPaper(
            @PathVariable String caseId, @PathVariable String letterId, @RequestBody PaperApprovalBody body) {
        require(caseId, letterId);
        return letters.recordPaperApproval(
                letterId,
                given("level", body.level()),
                given("approver", body.approver()),
                given("on", body.on()),
                Objects.toString(body.opinion(), ""),
                given("attachmentId", body.attachmentId()),
                user.actor());
    }

    @PostMapping("/cases/{caseId}/letters/{letterId}/paper-approvals/{approvalId}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmPaper(@PathVariable String caseId, @PathVariable String letterId, @PathVariable String approvalId) {
        require(caseId, letterId);
        letters.confirmPaperApproval(approvalId, user.actor());
    }

    @PostMapping("/cases/{caseId}/letters/{letterId}/seals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(@PathVariable String caseId, @PathVariable String letterId, @RequestBody SealBody body) {
        require(caseId, letterId);
        letters.seal(
                letterId,
                given("seal", body.seal()),
                given("copies", body.copies()),
                given("keeper", body.keeper()),
                body.scanAttachmentId(),
                user.actor());
    }

    /** Has the letter sealed by the electronic seal service; 409 {@code SEAL_PORT_MISSING} where there is none. */
    @PostMapping("/cases/{caseId}/letters/{letterId}/electronic-seal")
    @ResponseStatus(HttpStatus.CREATED)
    ElectronicSeal sealElectronically(@PathVariable String caseId, @PathVariable String letterId) {
        require(caseId, letterId);
        return seals.seal(letterId, user.actor());
    }

    @GetMapping("/cases/{caseId}/letters/{letterId}/electronic-seal")
    ResponseEntity<Resource> sealed(@PathVariable String caseId, @PathVariable String letterId) {
        return FileAnswers.send(seals.file(files.get(letterId, user.actor())), false);
    }

    private void require(String caseId, String letterId) {
        if (!files.get(letterId, user.actor()).caseId().equals(caseId)) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(field, "REQUIRED")));
        }
        return value;
    }
}
