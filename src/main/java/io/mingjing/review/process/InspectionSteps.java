package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceRecord;
import io.mingjing.engine.Processes;
import io.mingjing.review.Inspection;
import io.mingjing.review.Inspection.Ground;
import io.mingjing.review.Inspections;
import io.mingjing.review.ReviewStaff;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the start and the steps of {@link InspectionProcess} do, beyond its letters. */
@Configuration(proxyBeanMethods = false)
class InspectionSteps {

    private final Inspections inspections;
    private final Attachments attachments;

    InspectionSteps(Inspections inspections, Attachments attachments) {
        this.inspections = inspections;
        this.attachments = attachments;
    }

    /** Between acceptance and decision, to those who handle the case, one at a time. */
    @Bean
    Procedure inspectionStart(Reviews reviews, CaseHandlers handlers, Processes processes) {
        return BesideStart.of(
                InspectionProcess.PROCESS,
                (file, actor) -> BesideStart.underReview(file, reviews)
                        && handlers.handles(file.id(), actor)
                        && !processes.running(InspectionProcess.PROCESS, file.id()),
                (file, answers, actor) -> propose(file, answers, actor));
    }

    @Bean
    TaskHandler approveInspection() {
        return BesideStep.of(
                InspectionProcess.PROCESS, InspectionProcess.APPROVE_INSPECTION, (task, answers, actor) -> {
                    String caseId = task.file().id();
                    String opinion = answers.text("opinion");
                    if (answers.text(InspectionProcess.RESULT).equals("RETURN")) {
                        inspections.sendBack(caseId, opinion, actor);
                        return Map.of();
                    }
                    return Map.of(
                            InspectionProcess.GROUND,
                            inspections.approve(caseId, opinion, actor).name());
                });
    }

    @Bean
    TaskHandler reviseInspection() {
        return new BesideStep(
                InspectionProcess.PROCESS,
                InspectionProcess.REVISE_INSPECTION,
                caseId ->
                        inspections.current(caseId).map(InspectionSteps::values).orElseGet(Map::of),
                (task, answers, actor) -> {
                    if ("DROP".equals(answers.text(InspectionProcess.PROPOSAL))) {
                        inspections.drop(task.file().id(), actor);
                        return Map.of();
                    }
                    return propose(task.file(), answers, actor);
                });
    }

    /** The clock stands still from the day on which the institution was served. */
    @Bean
    TaskHandler serveEntrustment(Letters letters) {
        return BesideStep.of(InspectionProcess.PROCESS, InspectionProcess.SERVE_ENTRUSTMENT, (task, answers, actor) -> {
            String caseId = task.file().id();
            letters.current(caseId, Inspections.ENTRUSTMENT).stream()
                    .flatMap(letter -> letters.services(letter.id()).stream())
                    .map(ServiceRecord::servedOn)
                    .max(LocalDate::compareTo)
                    .ifPresent(servedOn -> inspections.entrusted(caseId, servedOn, actor));
            return Map.of();
        });
    }

    @Bean
    TaskHandler recordInspection() {
        return BesideStep.of(InspectionProcess.PROCESS, InspectionProcess.RECORD_INSPECTION, (task, answers, actor) -> {
            inspections.inspected(
                    task.file().id(),
                    new Inspection.SiteRecord(
                            answers.date("beganOn"),
                            answers.date("endedOn"),
                            ReviewStaff.names(answers.text("inspectors")),
                            answers.text("presentPersons"),
                            answers.text("inspectionRecord"),
                            answers.codes("recordSigned"),
                            answers.optionalText("signatureRefusal")),
                    handedIn(task, actor),
                    actor);
            return Map.of();
        });
    }

    @Bean
    TaskHandler recordAppraisal() {
        return BesideStep.of(InspectionProcess.PROCESS, InspectionProcess.RECORD_APPRAISAL, (task, answers, actor) -> {
            inspections.appraised(
                    task.file().id(),
                    answers.date("opinionOn"),
                    answers.optionalText("opinionNo"),
                    answers.text("opinionText"),
                    handedIn(task, actor),
                    actor);
            return Map.of();
        });
    }

    /** The scan that came with the step. */
    private @Nullable String handedIn(TaskContext task, Actor actor) {
        return attachments.of(task.file().id(), actor).stream()
                .filter(file -> task.taskId().equals(file.taskId()))
                .map(Attachment::id)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> propose(CaseFile file, Answers answers, Actor actor) {
        Ground ground = Ground.valueOf(answers.text(InspectionProcess.GROUND));
        inspections.propose(
                file.id(),
                new Inspection.Proposal(
                        ground,
                        answers.text("matters"),
                        answers.text("reason"),
                        answers.optionalDate("siteOn"),
                        answers.optionalText("siteTime"),
                        answers.optionalText("sitePlace"),
                        answers.optionalText("askedBy"),
                        answers.optionalDate("askedOn"),
                        answers.optionalText("institution"),
                        answers.optionalText("chosenHow"),
                        answers.optionalText("feePayer"),
                        answers.optionalText("inspectionContact")),
                actor);
        return Map.of();
    }

    private static Map<String, Object> values(Inspection proposed) {
        Map<String, Object> values = new HashMap<>();
        values.put("ground", proposed.ground().name());
        values.put("matters", proposed.matters());
        values.put("reason", proposed.reason());
        put(values, "siteOn", proposed.siteOn());
        put(values, "siteTime", proposed.siteTime());
        put(values, "sitePlace", proposed.sitePlace());
        put(values, "askedBy", proposed.askedBy());
        put(values, "askedOn", proposed.askedOn());
        put(values, "institution", proposed.institution());
        put(values, "chosenHow", proposed.chosenHow());
        put(values, "feePayer", proposed.feePayer());
        put(values, "inspectionContact", proposed.contact());
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
