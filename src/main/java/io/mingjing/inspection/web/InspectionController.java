package io.mingjing.inspection.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.CurrentUser;
import io.mingjing.inspection.CasePath;
import io.mingjing.inspection.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the tabs of the inspection fetch after the page. */
@Controller
class InspectionController {

    private static final int PAGE = 100;

    private final Timeline timeline;
    private final CasePath path;
    private final Cases cases;
    private final CurrentUser user;

    InspectionController(Timeline timeline, CasePath path, Cases cases, CurrentUser user) {
        this.timeline = timeline;
        this.path = path;
        this.cases = cases;
        this.user = user;
    }

    @GetMapping("/cases/{id}/timeline/earlier")
    String earlier(@PathVariable String id, @RequestParam long before, Locale locale, Model model) {
        model.addAttribute("file", cases.get(id, user.actor()));
        model.addAttribute("page", timeline.of(id, before, PAGE, locale, user.actor()));
        return "inspection/timeline :: lines";
    }

    /** The model in the version of that process. */
    @GetMapping("/cases/{id}/processes/{course}.bpmn")
    ResponseEntity<byte[]> model(@PathVariable String id, @PathVariable String course) {
        CaseFile file = cases.get(id, user.actor());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(path.modelXml(path.course(file, course)).getBytes(StandardCharsets.UTF_8));
    }
}
