package io.mingjing.review.web;

import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.Evidence;
import io.mingjing.review.NewExhibit;
import io.mingjing.shared.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What is entered on the tab 证据; each act leads back to it. */
@Controller
@RequestMapping("/cases/{caseId}/evidence")
class EvidenceController {

    private final Evidence evidence;
    private final Attachments attachments;
    private final CurrentUser user;

    EvidenceController(Evidence evidence, Attachments attachments, CurrentUser user) {
        this.evidence = evidence;
        this.attachments = attachments;
        this.user = user;
    }

    /** The scan, where there is one, and the entry are one act. */
    @PostMapping
    @Transactional
    public String add(
            @PathVariable String caseId,
            @RequestParam PartyRole partyRole,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String proves,
            @RequestParam(required = false) @Nullable Integer pages,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate receivedOn,
            @RequestParam(defaultValue = "false") boolean withheld,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        Actor actor = user.actor();
        String scan = null;
        if (file != null && !file.isEmpty()) {
            try (InputStream in = file.getInputStream()) {
                scan = attachments
                        .store(
                                caseId,
                                null,
                                title,
                                FilePart.MAIN,
                                Objects.toString(file.getOriginalFilename(), ""),
                                in,
                                actor)
                        .id();
            }
        }
        evidence.add(caseId, new NewExhibit(partyRole, title, proves, pages, receivedOn, withheld, scan), actor);
        return back(caseId);
    }

    @PostMapping("/{exhibitId}/admission")
    String admit(
            @PathVariable String caseId,
            @PathVariable String exhibitId,
            @RequestParam boolean admitted,
            @RequestParam(defaultValue = "") String reason) {
        evidence.admit(caseId, exhibitId, admitted, reason, user.actor());
        return back(caseId);
    }

    private static String back(String caseId) {
        return "redirect:/cases/" + caseId + "/evidence";
    }
}
