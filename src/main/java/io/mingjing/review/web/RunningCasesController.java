package io.mingjing.review.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.review.RunningCases;
import io.mingjing.review.RunningCases.Outcome;
import io.mingjing.review.web.RunningSheet.Line;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Taking over running cases from a workbook, as a page and in the API. */
@Controller
class RunningCasesController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RunningCases running;
    private final RunningSheet sheet;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final CurrentUser user;

    RunningCasesController(
            RunningCases running, RunningSheet sheet, MessageSource messages, RefusalTexts refusals, CurrentUser user) {
        this.running = running;
        this.sheet = sheet;
        this.messages = messages;
        this.refusals = refusals;
        this.user = user;
    }

    /** What became of a line, in words. */
    record Result(
            int line,
            String applicant,
            @Nullable String caseId,
            @Nullable String problem) {}

    @GetMapping("/review/import")
    String page() {
        head();
        return "review/import";
    }

    @GetMapping({"/review/import/template.xlsx", "/api/v1/review/import/template.xlsx"})
    ResponseEntity<byte[]> template() {
        head();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("running-cases.xlsx")
                                .build()
                                .toString())
                .body(sheet.template());
    }

    @PostMapping("/review/import")
    String take(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean whole,
            Model model,
            Locale locale) {
        List<Result> results = results(file, whole, head(), locale);
        model.addAttribute("results", results);
        model.addAttribute(
                "taken", results.stream().filter(one -> one.caseId() != null).count());
        model.addAttribute(
                "wrong", results.stream().filter(one -> one.problem() != null).count());
        return "review/import";
    }

    @PostMapping("/api/v1/review/import")
    @ResponseBody
    List<Result> takeByApi(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean whole, Locale locale) {
        return results(file, whole, head(), locale);
    }

    private Actor head() {
        Actor actor = user.actor();
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return actor;
    }

    private List<Result> results(MultipartFile file, boolean whole, Actor actor, Locale locale) {
        List<Line> lines = lines(file);
        List<Result> results = new ArrayList<>();
        for (Line line : lines) {
            if (line.wrong() != null) {
                results.add(new Result(
                        line.number(),
                        "",
                        null,
                        messages.getMessage(
                                "review.import.unreadable", new Object[] {sheet.heading(line.wrong())}, locale)));
            }
        }
        boolean stop = whole && !results.isEmpty();
        List<RunningCases.Row> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.row() != null) {
                rows.add(line.row());
            }
        }
        if (!stop) {
            running.take(rows, whole, actor).forEach(outcome -> results.add(result(outcome, locale)));
        }
        results.sort(Comparator.comparingInt(Result::line));
        return results;
    }

    private List<Line> lines(MultipartFile file) {
        try (var in = file.getInputStream()) {
            return sheet.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result result(Outcome outcome, Locale locale) {
        Refusal refusal = outcome.refusal();
        return new Result(
                outcome.line(),
                outcome.applicant(),
                outcome.caseId(),
                refusal == null ? null : problem(refusal, locale));
    }

    private String problem(Refusal refusal, Locale locale) {
        return String.join(" ", refusals.sentences(refusal, field -> column(field) + "：", locale));
    }

    private String column(String field) {
        String plain = RunningSheet.COLUMNS.contains(field) ? field : field.replace("Organ", "");
        return RunningSheet.COLUMNS.contains(plain) ? sheet.heading(plain) : field;
    }
}
