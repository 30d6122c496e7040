package io.mingjing.casefile.web;

import io.mingjing.casefile.CalendarChange;
import io.mingjing.casefile.CalendarChanges;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.Redating;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.CalendarYear;
import io.mingjing.time.Calendars;
import io.mingjing.time.NoticeDraft;
import io.mingjing.time.NoticeSheet;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar and its changes for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {

    private static final int LARGEST_PAGE = 200;

    /** A year without its ordinary days. */
    record Year(
            int year,
            CalendarYear.Status status,
            int version,
            String notice,
            String noticeNumber,
            @Nullable LocalDate noticeDate,
            int workingDays,
            List<NamedDay> days) {}

    record NamedDay(LocalDate date, CalendarYear.Kind kind, String name) {}

    /** A day of a notice as it is sent: kind HOLIDAY or WORKDAY. */
    record SentDay(
            @Nullable String date,
            @Nullable String kind,
            @Nullable String name) {}

    /**
     * A notice as it is sent.
     *
     * @param csv lines “date,放假 or 上班,name”; or {@code days}
     * @param confirmed that what is unusual has been checked
     */
    record SentNotice(
            @Nullable Integer year,
            @Nullable String noticeName,
            @Nullable String noticeNumber,
            @Nullable LocalDate noticeDate,
            @Nullable String csv,
            @Nullable List<SentDay> days,
            @Nullable Boolean confirmed) {

        NoticeDraft draft() {
            List<FieldError> missing = new ArrayList<>();
            if (year == null) {
                missing.add(FieldError.of("year", "REQUIRED"));
            }
            if (noticeDate == null) {
                missing.add(FieldError.of("noticeDate", "REQUIRED"));
            }
            if (year == null || noticeDate == null) {
                throw Refusal.fields(missing);
            }
            return new NoticeDraft(
                    year,
                    noticeName == null ? "" : noticeName,
                    noticeNumber == null ? "" : noticeNumber,
                    noticeDate,
                    rows());
        }

        private List<NoticeDraft.Row> rows() {
            if (days == null || days.isEmpty()) {
                return NoticeSheet.read(csv == null ? "" : csv);
            }
            List<NoticeDraft.Row> rows = new ArrayList<>();
            for (SentDay day : days) {
                rows.add(new NoticeDraft.Row(
                        rows.size() + 1,
                        day.date() == null ? "" : day.date(),
                        day.kind() == null ? "" : day.kind(),
                        day.name() == null ? "" : day.name()));
            }
            return rows;
        }
    }

    record Checked(List<CalendarTexts.FaultText> faults, List<CalendarTexts.FaultText> warnings) {}

    /**
     * A change of the calendar.
     *
     * @param changes how many open limits change in which way
     */
    record Change(
            String id,
            int year,
            int version,
            String notice,
            String noticeNumber,
            CalendarChange.State state,
            @Nullable String calendarVersion,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            long openLimits,
            long cases,
            Map<Redating.Kind, Long> changes,
            long casesDone,
            long limitsDone,
            @Nullable Instant appliedAt) {}

    record Moves(List<Item> items, @Nullable Integer next) {}

    record Item(
            String caseId,
            String caseNumber,
            String limitId,
            String timeLimit,
            Redating.Kind change,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            Light lightBefore,
            Light lightAfter,
            boolean provisionalBefore,
            boolean provisionalAfter) {}

    record Reason(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason;
        }
    }

    private final Calendars calendars;
    private final CalendarChanges changes;
    private final CalendarTexts texts;
    private final CurrentUser user;

    CalendarApi(Calendars calendars, CalendarChanges changes, CalendarTexts texts, CurrentUser user) {
        this.calendars = calendars;
        this.changes = changes;
        this.texts = texts;
        this.user = user;
    }

    @Operation(summary = "The years that dates can be computed in: published, then projected")
    @GetMapping("/years")
    List<Year> years() {
        return calendars.years().stream().map(CalendarApi::year).toList();
    }

    @GetMapping("/years/{year}")
    Year year(@PathVariable int year) {
        return year(calendars.year(year));
    }

    @Operation(summary = "Checks a notice line by line without keeping it")
    @PostMapping("/checks")
    Checked check(@RequestBody SentNotice notice, Locale locale) {
        Calendars.Checked checked = calendars.check(notice.draft());
        return new Checked(texts.faults(checked.faults(), locale), texts.faults(checked.warnings(), locale));
    }

    @Operation(summary = "Keeps a notice and previews what it moves (administrators)")
    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.CREATED)
    Change propose(@RequestBody SentNotice notice) {
        Actor actor = user.actor();
        String id = changes.propose(notice.draft(), Boolean.TRUE.equals(notice.confirmed()), actor);
        return change(id, actor);
    }

    @GetMapping("/changes/{id}")
    Change change(@PathVariable String id) {
        return change(id, user.actor());
    }

    @Operation(summary = "The open limits that change, those that end soonest first")
    @GetMapping("/changes/{id}/moves")
    Moves moves(
            @PathVariable String id,
            @RequestParam(required = false) Redating.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit) {
        CalendarChanges.MovePage page =
                changes.moves(id, kind, after, Math.max(1, Math.min(LARGEST_PAGE, limit)), user.actor());
        return new Moves(page.moves().stream().map(CalendarApi::item).toList(), page.next());
    }

    @Operation(summary = "Previews a proposed change anew")
    @PostMapping("/changes/{id}/preview")
    Change preview(@PathVariable String id) {
        Actor actor = user.actor();
        changes.refresh(id, actor);
        return change(id, actor);
    }

    @Operation(summary = "Puts the notice into force (heads of unit, never who brought it)")
    @PostMapping("/changes/{id}/approve")
    Change approve(@PathVariable String id) {
        Actor actor = user.actor();
        changes.approve(id, actor);
        return change(id, actor);
    }

    @PostMapping("/changes/{id}/reject")
    Change reject(@PathVariable String id, @RequestBody Reason reason) {
        Actor actor = user.actor();
        changes.reject(id, reason.text(), actor);
        return change(id, actor);
    }

    @PostMapping("/changes/{id}/withdraw")
    Change withdraw(@PathVariable String id, @RequestBody Reason reason) {
        Actor actor = user.actor();
        changes.withdraw(id, reason.text(), actor);
        return change(id, actor);
    }

    @Operation(summary = "Goes on re-dating at once, also after a crash")
    @PostMapping("/changes/{id}/apply")
    Change apply(@PathVariable String id) {
        Actor actor = user.actor();
        changes.apply(id, actor);
        return change(id, actor);
    }

    private Change change(String id, Actor actor) {
        CalendarChange change = changes.get(id, actor);
        CalendarChanges.Summary summary = changes.summary(id, actor);
        return new Change(
                change.id(),
                change.year(),
                change.yearVersion(),
                change.notice(),
                change.noticeNumber(),
                change.state(),
                change.calendarVersion(),
                change.proposedByName(),
                change.proposedAt(),
                change.decidedByName(),
                change.decidedAt(),
                change.reason(),
                change.limits(),
                summary.cases(),
                summary.byKind(),
                change.casesDone(),
                change.limitsDone(),
                change.appliedAt());
    }

    private static Item item(Redating.Move move) {
        return new Item(
                move.caseId(),
                move.number(),
                move.limitId(),
                move.rule(),
                move.kind(),
                move.dueBefore(),
                move.dueAfter(),
                move.lightBefore(),
                move.lightAfter(),
                move.provisionalBefore(),
                move.provisionalAfter());
    }

    private static Year year(CalendarYear year) {
        return new Year(
                year.year(),
                year.status(),
                year.version(),
                year.notice(),
                year.number(),
                year.noticeDate(),
                year.workingDays(),
                year.named().stream()
                        .map(day -> new NamedDay(day.date(), day.kind(), day.name()))
                        .toList());
    }
}
