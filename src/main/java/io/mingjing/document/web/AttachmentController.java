package io.mingjing.document.web;

import io.mingjing.document.Attachments;
import io.mingjing.document.DocumentPanels;
import io.mingjing.document.FileAnswers;
import io.mingjing.document.FilePart;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files of a case in the pages. */
@Controller
class AttachmentController {

    private static final String PANEL = "document/attachments :: panel";

    private final Attachments attachments;
    private final DocumentPanels panels;
    private final CurrentUser user;

    AttachmentController(Attachments attachments, DocumentPanels panels, CurrentUser user) {
        this.attachments = attachments;
        this.panels = panels;
        this.user = user;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<Resource> download(@PathVariable String id, @RequestParam Map<String, String> asked) {
        return FileAnswers.send(attachments.open(id, user.actor()), asked.containsKey("inline"));
    }

    @GetMapping("/cases/{caseId}/attachments")
    String panel(@PathVariable String caseId, @RequestParam(required = false) @Nullable String taskId, Model model) {
        model.addAllAttributes(panels.attachments(caseId, taskId, user.actor()));
        return PANEL;
    }

    @PostMapping("/cases/{caseId}/attachments")
    String upload(
            @PathVariable String caseId,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String taskId,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "MAIN") FilePart part,
            Model model)
            throws IOException {
        store(attachments, user, caseId, file, taskId, label, part);
        return panel(caseId, taskId, model);
    }

    static io.mingjing.document.Attachment store(
            Attachments attachments,
            CurrentUser user,
            String caseId,
            @Nullable MultipartFile file,
            @Nullable String taskId,
            String label,
            FilePart part)
            throws IOException {
        String task = taskId == null || taskId.isBlank() ? null : taskId;
        if (file == null
                || (file.isEmpty()
                        && Objects.toString(file.getOriginalFilename(), "").isEmpty())) {
            throw Refusal.invalid("FILE_NOT_SENT");
        }
        try (InputStream in = file.getInputStream()) {
            return attachments.store(
                    caseId, task, label, part, Objects.toString(file.getOriginalFilename(), ""), in, user.actor());
        }
    }
}
