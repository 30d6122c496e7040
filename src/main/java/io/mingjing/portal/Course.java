package io.mingjing.portal;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.Organs;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case stands, in words for the applicant: what happened, what is going on, what comes next and when. */
@Service
@Transactional(readOnly = true)
public class Course {

    private static final String INTAKE = "AR-INTAKE";
    private static final String FIX = "AR-FIX";
    private static final String REPLY = "AR-REPLY";
    private static final String DECIDE = "AR-DECIDE";

    private final Cases cases;
    private final Reviews reviews;
    private final Parties parties;
    private final CaseLimits limits;
    private final Organs organs;
    private final Clock clock;

    Course(Cases cases, Reviews reviews, Parties parties, CaseLimits limits, Organs organs, Clock clock) {
        this.cases = cases;
        this.reviews = reviews;
        this.parties = parties;
        this.limits = limits;
        this.organs = organs;
        this.clock = clock;
    }

    /**
     * One sentence.
     *
     * @param code its text is {@code portal.course.<code>}
     * @param on the day it speaks of; null where it speaks of none
     */
    public record Line(String code, @Nullable LocalDate on) {}

    /**
     * What the tracking page says; names and numbers of people are masked.
     *
     * @param past what happened, oldest first
     * @param now where it stands
     * @param next what comes next; null at the end
     */
    public record View(
            String registerNo,
            @Nullable String caseNo,
            String organ,
            String applicant,
            @Nullable String phone,
            String respondent,
            String actName,
            List<Line> past,
            Line now,
            @Nullable Line next) {
        public View {
            past = List.copyOf(past);
        }
    }

    public View of(String caseId) {
        CaseFile file = cases.require(caseId);
        ReviewCase review = reviews.get(caseId);
        List<Party> all = parties.of(caseId);
        Optional<Party> applicant = first(all, PartyRole.APPLICANT);
        List<CaseLimit> running = limits.of(caseId).stream()
                .filter(limit -> limit.state() == LimitState.RUNNING || limit.state() == LimitState.PAUSED)
                .toList();
        return new View(
                file.registerNo(),
                file.caseNo(),
                organs.get(file.governmentId()).name(),
                applicant.map(Masked::name).orElse(""),
                applicant.map(Party::phoneMasked).orElse(null),
                first(all, PartyRole.RESPONDENT).map(Party::name).orElse(""),
                review.actName(),
                past(file, review, cases.keyDates(caseId)),
                now(file, review, running),
                next(file, running));
    }

    private static List<Line> past(CaseFile file, ReviewCase review, Map<String, LocalDate> dates) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("RECEIVED", file.receivedOn()));
        add(lines, "FIX_SERVED", dates.get("fixNoticeServed"));
        add(lines, review.deemed() ? "DEEMED" : "ACCEPTED", review.acceptedOn());
        add(lines, "COPIED", dates.get("copyServed"));
        add(lines, "REPLIED", review.repliedOn());
        add(lines, "HEARD", review.viewsOn());
        add(lines, "DECIDED", review.decidedOn());
        if (file.state() != CaseState.OPEN) {
            add(lines, "CLOSED", file.closedOn());
        }
        return lines;
    }

    private static void add(List<Line> lines, String code, @Nullable LocalDate on) {
        if (on != null) {
            lines.add(new Line(code, on));
        }
    }

    private static Line now(CaseFile file, ReviewCase review, List<CaseLimit> running) {
        if (file.state() != CaseState.OPEN) {
            String outcome = String.valueOf(file.outcome());
            return switch (outcome) {
                case "REFUSED", "GIVEN_UP", "TERMINATED", "WITHDRAWN" -> new Line("IS_" + outcome, file.closedOn());
                default -> new Line("IS_DECIDED", file.closedOn());
            };
        }
        if (review.decidedOn() != null) {
            return new Line("IS_DECIDED", review.decidedOn());
        }
        if (find(running, FIX).isPresent()) {
            return new Line("IS_FIX", null);
        }
        if (review.acceptedOn() == null) {
            return new Line("IS_INTAKE", null);
        }
        return find(running, DECIDE)
                .filter(limit -> limit.state() == LimitState.PAUSED)
                .map(limit -> new Line(limit.excluded() ? "IS_EXCLUDED" : "IS_PAUSED", limit.pausedOn()))
                .orElse(new Line("IS_HANDLED", null));
    }

    private @Nullable Line next(CaseFile file, List<CaseLimit> running) {
        if (file.state() != CaseState.OPEN) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        return line(running, FIX, "NEXT_FIX", today)
                .or(() -> line(running, INTAKE, "NEXT_INTAKE", today))
                .or(() -> line(running, REPLY, "NEXT_REPLY", today))
                .or(() -> line(running, DECIDE, "NEXT_DECIDE", today))
                .orElse(null);
    }

    /** The day that the law sets, or that it has passed. */
    private static Optional<Line> line(List<CaseLimit> running, String rule, String code, LocalDate today) {
        return find(running, rule).filter(limit -> limit.dueOn() != null).map(limit -> {
            LocalDate due = java.util.Objects.requireNonNull(limit.dueOn());
            return new Line(today.isAfter(due) ? code + "_OVER" : code, due);
        });
    }

    private static Optional<CaseLimit> find(List<CaseLimit> running, String rule) {
        return running.stream().filter(limit -> limit.rule().startsWith(rule)).findFirst();
    }

    private static Optional<Party> first(List<Party> all, PartyRole role) {
        return all.stream()
                .filter(party -> party.role() == role && party.leftOn() == null)
                .findFirst();
    }
}
