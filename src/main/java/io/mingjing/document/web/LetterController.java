package io.mingjing.document.web;

import io.mingjing.document.ApprovalSlips;
import io.mingjing.document.DocumentPanels;
import io.mingjing.document.ElectronicSeals;
import io.mingjing.document.FileAnswers;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.LetterVersions;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceMethod;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The letters of a case in the pages; every act answers the panel as it is then. */
@Controller
@RequestMapping("/cases/{caseId}/letters")
class LetterController {

    private static final String PANEL = "document/letters :: panel";

    private final Letters letters;
    private final LetterFiles files;
    private final ApprovalSlips slips;
    private final LetterVersions versions;
    private final ElectronicSeals seals;
    private final DocumentPanels panels;
    private final CurrentUser user;

    LetterController(
            Letters letters,
            LetterFiles files,
            ApprovalSlips slips,
            LetterVersions versions,
            ElectronicSeals seals,
            DocumentPanels panels,
            CurrentUser user) {
        this.letters = letters;
        this.files = files;
        this.slips = slips;
        this.versions = versions;
        this.seals = seals;
        this.panels = panels;
        this.user = user;
    }

    @GetMapping
    String panel(@PathVariable String caseId, Model model) {
        model.addAllAttributes(panels.letters(caseId, user.actor()));
        return PANEL;
    }

    @GetMapping("/{letterId}/docx")
    ResponseEntity<Resource> docx(@PathVariable String caseId, @PathVariable String letterId) {
        require(caseId, letterId);
        return FileAnswers.send(files.docx(letterId, user.actor()), false);
    }

    @GetMapping("/{letterId}/pdf")
    ResponseEntity<Resource> pdf(
            @PathVariable String caseId, @PathVariable String letterId, @RequestParam Map<String, String> asked) {
        require(caseId, letterId);
        return FileAnswers.send(files.pdf(letterId, user.actor()), asked.containsKey("inline"));
    }

    @GetMapping("/{letterId}/preview")
    ResponseEntity<Resource> preview(@PathVariable String caseId, @PathVariable String letterId) {
        Letter letter = require(caseId, letterId);
        return FileAnswers.sendDocx(files.preview(letterId, user.actor()), letter.title() + "（草稿）.docx");
    }

    /** The drafts of a letter, two of them side by side. */
    @GetMapping("/{letterId}/versions")
    String versions(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Model model) {
        require(caseId, letterId);
        model.addAttribute("caseId", caseId);
        model.addAttribute("comparison", versions.compare(letterId, from, to, user.actor()));
        return "document/versions";
    }

    /** 审批单 of the letter. */
    @GetMapping("/{letterId}/approval-slip")
    ResponseEntity<Resource> slip(@PathVariable String caseId, @PathVariable String letterId) {
        Letter letter = require(caseId, letterId);
        return FileAnswers.sendDocx(
                slips.print(letterId, user.actor()),
                letter.title() + "审批单 " + Objects.toString(letter.number(), "") + ".docx");
    }

    @GetMapping("/{letterId}/recipients/{recipientId}/receipt")
    ResponseEntity<Resource> receipt(
            @PathVariable String caseId, @PathVariable String letterId, @PathVariable String recipientId) {
        Letter letter = require(caseId, letterId);
        byte[] receipt = files.serviceReceipt(letterId, recipientId, user.actor());
        return FileAnswers.sendDocx(receipt, "送达回证 " + Objects.toString(letter.number(), "") + ".docx");
    }

    @PostMapping("/{letterId}/services")
    String serve(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @RequestParam String recipientId,
            @RequestParam ServiceMethod method,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable String note,
            Model model) {
        require(caseId, letterId);
        letters.serve(letterId, recipientId, method, on, filled(evidence), filled(note), user.actor());
        return panel(caseId, model);
    }

    @PostMapping("/{letterId}/paper-approvals")
    String recordPaper(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @RequestParam Role level,
            @RequestParam String approver,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam String scan,
            Model model) {
        require(caseId, letterId);
        letters.recordPaperApproval(letterId, level, approver, on, opinion, scan, user.actor());
        return panel(caseId, model);
    }

    /** May complete the approval step: a page that shows the step is drawn again as a whole. */
    @PostMapping("/{letterId}/paper-approvals/{approvalId}/confirmation")
    String confirmPaper(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @PathVariable String approvalId,
            HttpServletResponse response,
            Model model) {
        require(caseId, letterId);
        letters.confirmPaperApproval(approvalId, user.actor());
        response.setHeader("HX-Refresh", "true");
        return panel(caseId, model);
    }

    @PostMapping("/{letterId}/seals")
    String seal(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @RequestParam String seal,
            @RequestParam int copies,
            @RequestParam String keeper,
            @RequestParam(required = false) @Nullable String scan,
            Model model) {
        require(caseId, letterId);
        letters.seal(letterId, seal, copies, keeper, filled(scan), user.actor());
        return panel(caseId, model);
    }

    @PostMapping("/{letterId}/electronic-seal")
    String sealElectronically(@PathVariable String caseId, @PathVariable String letterId, Model model) {
        require(caseId, letterId);
        seals.seal(letterId, user.actor());
        return panel(caseId, model);
    }

    /** The letter as the seal service gave it back. */
    @GetMapping("/{letterId}/electronic-seal")
    ResponseEntity<Resource> sealed(@PathVariable String caseId, @PathVariable String letterId) {
        return FileAnswers.send(seals.file(require(caseId, letterId)), false);
    }

    @PostMapping("/{letterId}/void")
    String voidLetter(
            @PathVariable String caseId,
            @PathVariable String letterId,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        require(caseId, letterId);
        letters.voidLetter(letterId, reason, user.actor());
        return panel(caseId, model);
    }

    private Letter require(String caseId, String letterId) {
        Actor actor = user.actor();
        Letter letter = files.get(letterId, actor);
        if (!letter.caseId().equals(caseId)) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
        return letter;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
