package io.mingjing.review.web;

import io.mingjing.casefile.Cases;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.Enquiries;
import io.mingjing.review.Enquiry;
import io.mingjing.review.IntakeRegister;
import io.mingjing.review.IntakeRegister.NewMaterial;
import io.mingjing.review.Material;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk of review for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "review")
class DeskApi {

    private static final int PAGE = 100;

    private final Enquiries enquiries;
    private final IntakeRegister register;
    private final Cases cases;
    private final CurrentUser user;

    DeskApi(Enquiries enquiries, IntakeRegister register, Cases cases, CurrentUser user) {
        this.enquiries = enquiries;
        this.register = register;
        this.cases = cases;
        this.user = user;
    }

    record Answer(@Nullable String answer, @Nullable String outcome, int version) {}

    record MaterialBody(
            @Nullable String name,
            @Nullable String form,
            int copies,
            @Nullable Integer pages,
            @Nullable LocalDate receivedOn) {}

    @GetMapping("/review/enquiries")
    @Operation(summary = "The register of enquiries, newest first, at most 100; go on with before = number of the last")
    List<Enquiry> enquiries(DeskController.EnquiryQuery query) {
        return enquiries.search(query.query(), PAGE, user.actor());
    }

    @GetMapping("/review/enquiries/{id}")
    Enquiry enquiry(@PathVariable String id) {
        return enquiries.get(id, user.actor());
    }

    @PostMapping("/review/enquiries")
    @ResponseStatus(HttpStatus.CREATED)
    Enquiry record(@RequestBody DeskController.EnquiryForm body) {
        return enquiries.record(body.enquiry(), user.actor());
    }

    @PutMapping("/review/enquiries/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody Answer body) {
        enquiries.answer(
                id,
                body.answer() == null ? "" : body.answer(),
                body.outcome() == null ? "" : body.outcome(),
                body.version(),
                user.actor());
    }

    @GetMapping("/review/register")
    @Operation(summary = "The register of applications, newest first, at most 100")
    List<IntakeRegister.Line> register(RegisterForm form) {
        return register.search(form.query(), PAGE, user.actor());
    }

    @GetMapping("/cases/{caseId}/materials")
    List<Material> materials(@PathVariable String caseId) {
        cases.get(caseId, user.actor());
        return register.materials(caseId);
    }

    @PostMapping("/cases/{caseId}/materials")
    @ResponseStatus(HttpStatus.CREATED)
    Material take(@PathVariable String caseId, @RequestBody MaterialBody body) {
        return register.take(
                caseId,
                new NewMaterial(
                        body.name() == null ? "" : body.name(),
                        body.form() == null ? "COPY" : body.form(),
                        body.copies(),
                        body.pages(),
                        body.receivedOn()),
                user.actor());
    }

    @DeleteMapping("/cases/{caseId}/materials/{materialId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void strike(@PathVariable String caseId, @PathVariable String materialId) {
        register.strike(caseId, materialId, user.actor());
    }
}
