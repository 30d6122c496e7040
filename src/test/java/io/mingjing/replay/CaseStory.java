package io.mingjing.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One review as its stream of the log tells it, checked entry by entry and once more at the end. */
final class CaseStory {

    /** Letters that the head of the organ must have signed; the rest is the unit's (DOMAIN.md section 3.10). */
    private static final Set<String> ORGAN = Set.of(
            "refusal",
            "decision",
            "dismissal",
            "termination",
            "suspension-notice",
            "resumption-notice",
            "mediation-letter",
            "stay-decision",
            "opinion-letter");

    private static final Set<String> SUSPENSION = Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

    /** A letter from its draft to its service. */
    private static final class Paper {
        String type = "";
        final Set<String> authors = new HashSet<>();
        final Set<String> levels = new HashSet<>();

        @Nullable
        LocalDate issuedOn;

        @Nullable
        LocalDate servedOn;

        @Nullable
        LocalDate signedOn;
    }

    private record Pause(LocalDate from, @Nullable LocalDate to, String ground) {}

    private final String id;
    private final List<LogEntry> entries;
    private final DayCount days;
    private final LocalDate until;
    private final List<String> found = new ArrayList<>();

    private final Map<String, Paper> papers = new HashMap<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final Set<String> recused = new HashSet<>();
    private long last;
    private @Nullable LocalDate lastDay;
    private @Nullable LocalDate received;
    private @Nullable LocalDate intakeFrom;
    private @Nullable LocalDate accepted;
    private @Nullable LocalDate noticed;
    private @Nullable LocalDate replied;
    private @Nullable LocalDate unanswered;
    private @Nullable LocalDate heard;
    private @Nullable LocalDate drafted;
    private @Nullable LocalDate overdue;
    private @Nullable LocalDate closed;
    private @Nullable LocalDate archived;
    private @Nullable LocalDate effective;
    private boolean simplified;
    private boolean wasSimplified;
    private boolean awaiting;
    private boolean givenUp;
    private boolean elevated;
    private int extension;
    private String outcome = "";

    CaseStory(String id, List<LogEntry> entries, DayCount days, LocalDate until) {
        this.id = id;
        this.entries = entries;
        this.days = days;
        this.until = until;
    }

    List<String> check() {
        for (LogEntry entry : entries) {
            order(entry);
            tell(entry);
            last = entry.seq();
            lastDay = entry.on();
        }
        end();
        return found;
    }

    private void fault(String code, LogEntry entry, String what) {
        found.add(code + " case " + id + " entry " + entry.seq() + " " + entry.kind() + ": " + what);
    }

    private void missing(String code, String what) {
        found.add(code + " case " + id + ": " + what);
    }

    // ---- what holds for every entry

    private void order(LogEntry entry) {
        if (received == null && !entry.kind().equals("casefile.registered")) {
            fault("NOT_REGISTERED", entry, "something happened before the registration");
        }
        if (entry.seq() <= last || (lastDay != null && entry.on().isBefore(lastDay))) {
            fault("ORDER", entry, "recorded before what stands above it");
        }
        if (archived != null && acts(entry)) {
            fault("AFTER_ARCHIVE", entry, "the file was archived on " + archived);
        }
        if (recused.contains(entry.actorId()) && acts(entry)) {
            fault("RECUSED", entry, "done by somebody who had withdrawn from the case");
        }
        LocalDate legal = entry.legalDate();
        if (legal != null && legal.isAfter(entry.on()) && happened(entry)) {
            fault("IN_FUTURE", entry, legal + " was still to come on " + entry.on());
        }
    }

    private static boolean acts(LogEntry entry) {
        String kind = entry.kind();
        return kind.startsWith("review.")
                || kind.equals("casefile.taskCompleted")
                || kind.equals("casefile.procedureBegun")
                || kind.startsWith("casefile.limitPaused")
                || kind.startsWith("casefile.limitResumed")
                || kind.startsWith("casefile.limitExtended")
                || (kind.startsWith("document.letter") && !kind.equals("document.letterRead"));
    }

    private static boolean happened(LogEntry entry) {
        return entry.kind().equals("review.accepted")
                || entry.kind().equals("review.deemedAccepted")
                || entry.kind().equals("review.decided")
                || entry.kind().equals("document.letterIssued")
                || entry.kind().equals("casefile.closed")
                || entry.kind().equals("casefile.archived");
    }

    // ---- the story, entry by entry

    private void tell(LogEntry entry) {
        switch (entry.kind()) {
            case "casefile.registered" -> registered(entry);
            case "casefile.keyDateSet" -> keyDate(entry);
            case "review.accepted" -> accepted(entry, false);
            case "review.deemedAccepted" -> accepted(entry, true);
            case "review.procedureSettled" -> {
                simplified = entry.fact("procedure").equals("SIMPLIFIED");
                wasSimplified = simplified;
            }
            case "review.procedureConverted" -> simplified = false;
            case "review.replied" -> replied(entry);
            case "review.replyMissing" -> unanswered(entry);
            case "review.viewsHeard" -> heard(entry);
            case "review.decisionDrafted" -> decisionDrafted(entry);
            case "review.decisionOverdue" -> overdue = entry.day();
            case "review.deemedGivenUp" -> givenUp(entry);
            case "review.mediationEffective" -> effective = entry.day();
            case "review.hearingHeld" -> hearing(entry);
            case "document.letterDrafted" -> {
                Paper paper = paper(entry);
                paper.type = entry.fact("type");
                paper.authors.add(entry.actorId());
            }
            case "document.letterRevised" -> {
                paper(entry).authors.add(entry.actorId());
                paper(entry).levels.clear(); // what was agreed to was another draft
            }
            case "document.letterReopened" -> paper(entry).levels.clear();
            case "document.letterApproved", "document.paperApprovalConfirmed" -> approved(entry);
            case "document.letterIssued" -> issued(entry);
            case "document.letterServed" -> served(entry);
            case "casefile.limitOpened" -> opened(entry);
            case "casefile.limitPaused" -> paused(entry);
            case "casefile.limitResumed" -> resumed(entry);
            case "casefile.limitExtended" -> extended(entry);
            case "casefile.recused" -> recused.add(entry.fact("userId"));
            case "casefile.moved" -> elevated = true;
            case "casefile.closed" -> closed(entry);
            case "casefile.archived" -> archived(entry);
            default -> {}
        }
    }

    private void registered(LogEntry entry) {
        received = LocalDate.parse(entry.fact("receivedOn"));
        intakeFrom = received;
    }

    private void keyDate(LogEntry entry) {
        LocalDate on = LocalDate.parse(entry.fact("on"));
        if (entry.fact("name").equals("received") && received != null && on.isAfter(received)) {
            intakeFrom = on; // corrections came: the five days begin anew (行政复议法 art. 31.3)
            awaiting = false;
        }
        if (entry.fact("name").equals("fixNoticeServed")) {
            noticed = on;
        }
    }

    private void accepted(LogEntry entry, boolean deemed) {
        LocalDate on = entry.day();
        if (accepted != null || closed != null) {
            fault("ACCEPTED_TWICE", entry, "already accepted or closed");
        }
        LocalDate from = intakeFrom;
        if (from != null) {
            LocalDate due = days.workingDays(from, 5);
            if (on.isBefore(from)) {
                fault("ACCEPTED_EARLY", entry, "accepted on " + on + ", received on " + from);
            }
            if (!deemed && on.isAfter(due)) {
                fault("ACCEPTED_LATE", entry, "accepted on " + on + ", due by " + due);
            }
            if (deemed && !on.equals(due)) {
                fault("DEEMED_DAY", entry, "deemed accepted on " + on + " instead of " + due);
            }
        }
        accepted = on;
        awaiting = false;
    }

    private void replied(LogEntry entry) {
        replied = entry.day();
        LocalDate due = replyDue();
        if (due != null && entry.day().isAfter(due) && unanswered == null) {
            fault("REPLY_LATE", entry, "after " + due + " and the lapse is not shown");
        }
    }

    private void unanswered(LogEntry entry) {
        unanswered = entry.day();
        LocalDate due = replyDue();
        if (due == null || !entry.day().equals(due)) {
            fault("REPLY_LAPSE_DAY", entry, "the limit ended on " + due);
        }
    }

    private void heard(LogEntry entry) {
        heard = entry.day();
        LocalDate since = accepted;
        if (since == null || entry.day().isBefore(since)) {
            fault("HEARD_EARLY", entry, "before the acceptance");
        }
    }

    private void decisionDrafted(LogEntry entry) {
        drafted = entry.on();
        if (heard == null) {
            fault("NOT_HEARD", entry, "no view of a party is on record"); // art. 49
        }
        requireReply(entry);
    }

    /** No decision before the respondent has replied or let its limit lapse (art. 48, 70). */
    private void requireReply(LogEntry entry) {
        LocalDate due = replyDue();
        if (replied == null && unanswered == null && (due == null || !entry.on().isAfter(due))) {
            fault("BEFORE_REPLY", entry, "the respondent may still reply until " + due);
        }
    }

    private void givenUp(LogEntry entry) {
        givenUp = true;
        LocalDate told = noticed;
        if (told == null) {
            fault("GIVEN_UP_UNTOLD", entry, "the applicant was never asked to correct");
        } else if (entry.day().isBefore(days.workingDays(told, 10))) {
            fault("GIVEN_UP_EARLY", entry, "the applicant had until " + days.workingDays(told, 10));
        }
        if (!awaiting) {
            fault("GIVEN_UP_ANSWERED", entry, "the corrections had come");
        }
    }

    private void hearing(LogEntry entry) {
        LocalDate on = LocalDate.parse(entry.fact("on"));
        LocalDate told = servedOn("hearing-notice");
        if (told == null || days.between(told, on) - 1 < 5) {
            fault("HEARING_NOTICE", entry, "told on " + told + " of a hearing on " + on); // art. 51.1
        }
    }

    // ---- letters

    private Paper paper(LogEntry entry) {
        return papers.computeIfAbsent(entry.fact("letterId"), letter -> new Paper());
    }

    private void approved(LogEntry entry) {
        Paper paper = paper(entry);
        if (paper.authors.contains(entry.actorId())) {
            fault("FOUR_EYES", entry, "approved by who had drafted it");
        }
        paper.levels.add(entry.fact("level"));
        paper.signedOn = entry.on();
    }

    private void issued(LogEntry entry) {
        Paper paper = paper(entry);
        if (paper.type.isEmpty()) {
            paper.type = entry.fact("type");
        }
        LocalDate on = LocalDate.parse(entry.fact("issuedOn"));
        boolean signed = ORGAN.contains(paper.type) ? paper.levels.contains("ORGAN_HEAD") : !paper.levels.isEmpty();
        if (!signed) {
            fault("UNSIGNED", entry, paper.type + " went out without the approval it needs");
        }
        paper.issuedOn = on;
        switch (paper.type) {
            case "correction-notice" -> {
                awaiting = true;
                LocalDate start = received;
                if (start != null && on.isAfter(days.workingDays(start, 5))) {
                    fault("CORRECTION_LATE", entry, "asked for after " + days.workingDays(start, 5)); // art. 31.1
                }
            }
            case "refusal" -> refused(entry, paper);
            case "decision" -> decided(entry, on);
            case "dismissal", "termination" -> ended(entry, on);
            default -> {}
        }
    }

    /** Decided, that is signed, within the five days; no refusal of what was accepted (art. 30). */
    private void refused(LogEntry entry, Paper paper) {
        LocalDate signed = paper.signedOn;
        LocalDate from = intakeFrom;
        if (accepted != null) {
            fault("REFUSED_ACCEPTED", entry, "it had been accepted on " + accepted);
        }
        if (from != null && signed != null && signed.isAfter(days.workingDays(from, 5))) {
            fault("REFUSED_LATE", entry, "signed on " + signed + ", due by " + days.workingDays(from, 5));
        }
    }

    private void decided(LogEntry entry, LocalDate on) {
        if (drafted == null || heard == null) {
            fault("NOT_HEARD", entry, "decided without a draft after the parties were heard");
        }
        requireReply(entry);
        if (standing()) {
            fault("DECIDED_SUSPENDED", entry, "the review was suspended");
        }
        ended(entry, on);
    }

    /** An act that ends the review: not before acceptance, not twice, in time or shown as overdue. */
    private void ended(LogEntry entry, LocalDate on) {
        if (accepted == null) {
            fault("ENDED_UNACCEPTED", entry, "it had not been accepted");
        }
        if (closed != null) {
            fault("ENDED_TWICE", entry, "closed since " + closed);
        }
        LocalDate due = decisionDue();
        if (due != null && on.isAfter(due) && !due.equals(overdue)) {
            fault("DECIDED_LATE", entry, "on " + on + ", due by " + due + ", and not shown as overdue");
        }
    }

    private void served(LogEntry entry) {
        Paper paper = paper(entry);
        LocalDate on = LocalDate.parse(entry.fact("servedOn"));
        LocalDate issuedOn = paper.issuedOn;
        if (issuedOn == null || on.isBefore(issuedOn)) {
            fault("SERVED_UNISSUED", entry, "served on " + on + ", issued on " + issuedOn);
        }
        if (paper.servedOn == null || on.isAfter(paper.servedOn)) {
            paper.servedOn = on;
        }
        LocalDate since = accepted;
        if (paper.type.equals("reply-notice") && since != null && !elevated) {
            LocalDate due = days.workingDays(since, wasSimplified ? 3 : 7);
            if (on.isAfter(due)) {
                fault("COPY_LATE", entry, "the respondent got its copy on " + on + ", due by " + due); // art. 48, 54
            }
        }
    }

    private @Nullable LocalDate servedOn(String type) {
        return papers.values().stream()
                .filter(paper -> paper.type.equals(type) && paper.servedOn != null)
                .map(paper -> paper.servedOn)
                .reduce((first, second) -> second != null && first != null && second.isAfter(first) ? second : first)
                .orElse(null);
    }

    private @Nullable LocalDate issuedOn(String type) {
        return papers.values().stream()
                .filter(paper -> paper.type.equals(type) && paper.issuedOn != null)
                .map(paper -> paper.issuedOn)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    // ---- clocks

    private @Nullable LocalDate replyDue() {
        LocalDate copy = servedOn("reply-notice");
        return copy == null ? null : days.workingDays(copy, wasSimplified && simplified ? 5 : 10);
    }

    /** Sixty or thirty days from acceptance, with what was granted and what stood still (art. 62; pauses are half open). */
    private @Nullable LocalDate decisionDue() {
        LocalDate since = accepted;
        if (since == null || standing() || elevated) {
            return null;
        }
        long stood = pauses.stream()
                .mapToLong(pause -> pause.to() == null ? 0 : ChronoUnit.DAYS.between(pause.from(), pause.to()))
                .sum();
        return days.days(since, (simplified ? 30 : 60) + extension + stood);
    }

    private boolean standing() {
        return pauses.stream().anyMatch(pause -> pause.to() == null);
    }

    private static boolean decides(LogEntry entry) {
        return entry.fact("rule").startsWith("AR-DECIDE");
    }

    /** The dates of the application against our own, limit by limit. */
    private void opened(LogEntry entry) {
        if (entry.fact("start").isEmpty() || entry.fact("due").isEmpty()) {
            return;
        }
        LocalDate start = LocalDate.parse(entry.fact("start"));
        LocalDate due = switch (entry.fact("rule")) {
            case "AR-INTAKE", "AR-FIXNOTICE" -> days.workingDays(start, 5);
            case "AR-COPY-ORD" -> days.workingDays(start, 7);
            case "AR-COPY-SIM" -> days.workingDays(start, 3);
            case "AR-REPLY-ORD" -> days.workingDays(start, 10);
            case "AR-REPLY-SIM" -> days.workingDays(start, 5);
            case "AR-DECIDE-ORD", "AR-OPINION", "AR-REDO" -> days.days(start, 60);
            case "AR-DECIDE-SIM" -> days.days(start, 30);
            case "AR-SUSP60" -> start.plusDays(60);
            default -> null;
        };
        if (due != null
                && !due.equals(LocalDate.parse(entry.fact("due")))
                && entry.fact("extensionDays").equals("0")
                && pauses.isEmpty()) {
            fault("DATE", entry, entry.fact("rule") + " ends on " + due + ", not on " + entry.fact("due"));
        }
        if (decides(entry) && accepted != null && !start.equals(accepted) && !elevated) {
            fault("DATE", entry, "the decision is counted from " + start + ", accepted on " + accepted);
        }
    }

    private void paused(LogEntry entry) {
        if (!decides(entry)) {
            return;
        }
        LocalDate due = decisionDue();
        if (standing()) {
            fault("PAUSED_TWICE", entry, "the clock stood already");
        } else if (due != null && entry.day().isAfter(due)) {
            fault("PAUSED_EXPIRED", entry, "the limit had ended on " + due);
        } else {
            pauses.add(new Pause(entry.day(), null, entry.fact("cause")));
        }
        if (accepted == null || closed != null) {
            fault("PAUSED_IDLE", entry, "no review was under way");
        }
    }

    private void resumed(LogEntry entry) {
        if (!decides(entry)) {
            return;
        }
        if (!standing()) {
            fault("RESUMED_RUNNING", entry, "the clock did not stand");
            return;
        }
        pauses.replaceAll(pause -> pause.to() == null ? new Pause(pause.from(), entry.day(), pause.ground()) : pause);
        compare(entry);
    }

    private void extended(LogEntry entry) {
        if (!decides(entry)) {
            return;
        }
        int granted = Integer.parseInt(entry.fact("extensionDays"));
        LocalDate before = decisionDue();
        if (granted < 1 || granted > 30) {
            fault("EXTENSION_LENGTH", entry, granted + " days");
        }
        if (extension > 0) {
            fault("EXTENSION_TWICE", entry, "extended before");
        }
        if (simplified) {
            fault("EXTENSION_SIMPLIFIED", entry, "the simplified procedure has none");
        }
        if (before == null || entry.on().isAfter(before)) {
            fault("EXTENSION_EXPIRED", entry, "the limit had ended on " + before);
        }
        extension = granted;
        compare(entry);
    }

    private void compare(LogEntry entry) {
        LocalDate due = decisionDue();
        if (due != null && !entry.fact("due").isEmpty() && !due.equals(LocalDate.parse(entry.fact("due")))) {
            fault("DATE", entry, "the decision is due on " + due + ", not on " + entry.fact("due"));
        }
    }

    // ---- the end

    private void closed(LogEntry entry) {
        if (closed != null) {
            fault("CLOSED_TWICE", entry, "closed on " + closed);
        }
        outcome = entry.fact("outcome");
        LocalDate day = switch (outcome) {
            case "REFUSED" -> issuedOn("refusal");
            case "TERMINATED" -> issuedOn("termination");
            case "DISMISSED" -> issuedOn("dismissal");
            case "REPEAT_TOLD" -> issuedOn("informing-letter");
            case "MEDIATED" -> effective;
            case "GIVEN_UP" -> givenUp ? entry.day() : null;
            default -> issuedOn("decision");
        };
        if (day == null || !day.equals(entry.day())) {
            fault("CLOSED_WITHOUT", entry, outcome + " on " + entry.day() + ", the closing document bears " + day);
        }
        if (accepted != null && List.of("REFUSED", "GIVEN_UP", "REPEAT_TOLD").contains(outcome)) {
            fault("CLOSED_ACCEPTED", entry, outcome + " although accepted on " + accepted);
        }
        if (outcome.equals("TERMINATED")) {
            terminated(entry);
        }
        closed = entry.day();
    }

    /** On the sixty days of art. 41 item 5 a review ends only after they are full. */
    private void terminated(LogEntry entry) {
        boolean lapsed = entries.stream()
                .anyMatch(other -> other.seq() < entry.seq() && other.kind().equals("review.terminationProposed"));
        LocalDate issued = issuedOn("termination");
        for (Pause pause : pauses) {
            if (lapsed
                    && List.of("1", "2", "4").contains(pause.ground())
                    && issued != null
                    && !issued.isAfter(pause.from().plusDays(60))) {
                fault("TERMINATED_EARLY", entry, "suspended since " + pause.from());
            }
        }
    }

    private void archived(LogEntry entry) {
        LocalDate end = closed;
        if (end == null || entry.day().isBefore(end)) {
            fault("ARCHIVED_OPEN", entry, "the case is not closed");
        }
        archived = entry.day();
    }

    /** What should be there by the last day and is not. */
    private void end() {
        LocalDate from = intakeFrom;
        boolean undecided = accepted == null && closed == null && issuedOn("refusal") == null && !awaiting;
        boolean signed = papers.values().stream()
                .anyMatch(paper -> (paper.type.equals("refusal") && paper.levels.contains("ORGAN_HEAD"))
                        || (paper.type.equals("informing-letter") && paper.issuedOn != null));
        if (from == null) {
            missing("NOT_REGISTERED", "no registration");
        } else if (undecided && !signed && until.isAfter(days.workingDays(from, 5))) {
            missing("UNDECIDED", "neither accepted nor refused by " + days.workingDays(from, 5));
        }
        LocalDate since = accepted;
        if (since != null && closed == null && !elevated) {
            LocalDate copy = days.workingDays(since, wasSimplified ? 3 : 7);
            if (servedOn("reply-notice") == null && until.isAfter(copy)) {
                missing("COPY_MISSING", "the respondent should have its copy since " + copy);
            }
            LocalDate due = decisionDue();
            if (due != null && until.isAfter(due) && !due.equals(overdue)) {
                missing("OVERDUE_HIDDEN", "due on " + due + ", open, and not shown as overdue");
            }
        }
        pauses.stream()
                .filter(pause ->
                        SUSPENSION.contains(pause.ground()) && !pause.ground().equals("6"))
                .filter(pause -> issuedOn("suspension-notice") == null)
                .forEach(pause -> missing("SUSPENDED_UNTOLD", "suspended on " + pause.from() + " without a notice"));
    }
}
