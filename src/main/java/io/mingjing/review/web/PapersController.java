package io.mingjing.review.web;

import io.mingjing.casefile.Cases;
import io.mingjing.document.FileAnswers;
import io.mingjing.document.FilePart;
import io.mingjing.document.Paper;
import io.mingjing.document.PaperPrinter;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.Archives;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers that are bound with a file: cover, catalogue, remarks, discussion. */
@Controller
class PapersController {

    private final Archives archives;
    private final PaperPrinter printer;
    private final Cases cases;
    private final CurrentUser user;

    PapersController(Archives archives, PaperPrinter printer, Cases cases, CurrentUser user) {
        this.archives = archives;
        this.printer = printer;
        this.cases = cases;
        this.user = user;
    }

    @GetMapping({"/cases/{caseId}/papers/{name}", "/api/v1/cases/{caseId}/papers/{name}"})
    ResponseEntity<Resource> paper(@PathVariable String caseId, @PathVariable String name) {
        Actor actor = user.actor();
        Paper paper = switch (name) {
            case "cover-main" -> archives.cover(caseId, FilePart.MAIN, actor);
            case "cover-secondary" -> archives.cover(caseId, FilePart.SECONDARY, actor);
            case "contents-main" -> archives.contents(caseId, FilePart.MAIN, actor);
            case "contents-secondary" -> archives.contents(caseId, FilePart.SECONDARY, actor);
            case "remarks-main" -> archives.remarks(caseId, FilePart.MAIN, actor);
            case "remarks-secondary" -> archives.remarks(caseId, FilePart.SECONDARY, actor);
            case "discussion" -> archives.discussion(caseId, actor);
            default -> throw Refusal.notFound("PAPER_NOT_FOUND");
        };
        return FileAnswers.sendDocx(
                printer.print(paper),
                paper.title() + " " + cases.get(caseId, actor).number() + ".docx");
    }
}
