package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over cases that were begun elsewhere: each stands at its step afterwards, and its limits run from its true days.
 * What was overdue when it came is brought about with its legal date by the next run, as for every case.
 */
@Service
public class RunningCases {

    /** How parties are heard (行政复议法 art. 49), as the step of the model has it. */
    public static final List<String> HEARD_WAYS = List.of("IN_PERSON", "PHONE", "ONLINE", "PAPERS_ONLY");

    private static final String MAIN = "administrativeReview";
    private static final List<String> NOTICES = List.of("acceptance-notice", "reply-notice");
    private static final String APPROVED_BEFORE = "受理已在原系统批准，随在办案件导入确认。";

    private final Reviews reviews;
    private final AcceptanceReviews acceptances;
    private final Cases cases;
    private final Parties parties;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final CaseLetters caseLetters;
    private final Letters letters;
    private final Processes processes;
    private final Organs organs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RunningCases(
            Reviews reviews,
            AcceptanceReviews acceptances,
            Cases cases,
            Parties parties,
            CaseLimits limits,
            LimitActs acts,
            CaseLetters caseLetters,
            Letters letters,
            Processes processes,
            Organs organs,
            PlatformTransactionManager transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.acceptances = acceptances;
        this.cases = cases;
        this.parties = parties;
        this.limits = limits;
        this.acts = acts;
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.processes = processes;
        this.organs = organs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.events = events;
    }

    /**
     * A case as the sheet has it. Days that lie after the last step taken are null.
     *
     * @param line line of the sheet, for its errors
     * @param respondent full name of an organ of the directory
     * @param heardWay how the parties were heard, a code of {@link #HEARD_WAYS}
     * @param copyServedOn day on which the respondent had the copy
     * @param suspendedOn day of a suspension that still lasts, with its ground 1 to 10 (行政复议法 art. 39.1)
     */
    public record Row(
            int line,
            @Nullable String formerNumber,
            @Nullable LocalDate receivedOn,
            PartyKind applicantKind,
            String applicant,
            @Nullable String phone,
            @Nullable String address,
            String respondent,
            String actKind,
            @Nullable String adminField,
            String actName,
            @Nullable String actNumber,
            @Nullable LocalDate actMadeOn,
            @Nullable LocalDate knownOn,
            String requests,
            String reasons,
            boolean simplified,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate copyServedOn,
            @Nullable LocalDate repliedOn,
            @Nullable LocalDate heardOn,
            @Nullable String heardWay,
            @Nullable LocalDate suspendedOn,
            @Nullable String suspensionGround) {

        /** Personal data stay out of every log. */
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /**
     * What became of a line.
     *
     * @param caseId the case; null where the line was not taken over
     * @param refusal why not; null where it was, or where another line kept it back
     */
    public record Outcome(
            int line,
            String applicant,
            @Nullable String caseId,
            @Nullable Refusal refusal) {}

    /**
     * Takes cases over (the head of the unit).
     *
     * @param whole all lines or none; else the right ones, and nothing of a wrong one
     * @throws Refusal {@code NOT_ALLOWED}
     */
    public List<Outcome> take(List<Row> rows, boolean whole, Actor actor) {
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        if (whole) {
            List<Outcome> tried =
                    rows.stream().map(row -> attempt(row, false, actor)).toList();
            if (tried.stream().anyMatch(one -> one.refusal() != null)) {
                return tried.stream()
                        .map(one -> new Outcome(one.line(), one.applicant(), null, one.refusal()))
                        .toList();
            }
            List<Outcome> taken = new ArrayList<>();
            transaction.executeWithoutResult(status ->
                    rows.forEach(row -> taken.add(new Outcome(row.line(), row.applicant(), take(row, actor), null))));
            return taken;
        }
        return rows.stream().map(row -> attempt(row, true, actor)).toList();
    }

    /** One line in a transaction of its own, which leaves nothing where the line is wrong or only tried. */
    private Outcome attempt(Row row, boolean keep, Actor actor) {
        try {
            String caseId = transaction.execute(status -> {
                if (!keep) {
                    status.setRollbackOnly();
                }
                return take(row, actor);
            });
            return new Outcome(row.line(), row.applicant(), caseId, null);
        } catch (Refusal refusal) {
            return new Outcome(row.line(), row.applicant(), null, refusal);
        }
    }

    private String take(Row row, Actor actor) {
        LocalDate received = requireSound(row);
        Organ respondent = organs.all().stream()
                .filter(organ -> organ.name().equals(row.respondent().strip())
                        || organ.shortName().equals(row.respondent().strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("respondent", "ORGAN_UNKNOWN"))));
        NewApplication application = new NewApplication(
                received,
                "TRANSFER",
                row.actName(),
                row.actNumber(),
                row.actKind(),
                row.actMadeOn(),
                row.knownOn(),
                row.requests(),
                row.reasons(),
                null,
                null,
                false,
                List.of(
                        new NewParty(
                                PartyRole.APPLICANT,
                                row.applicantKind(),
                                row.applicant(),
                                null,
                                null,
                                null,
                                row.phone(),
                                null,
                                row.address()),
                        NewParty.organ(PartyRole.RESPONDENT, respondent.id(), respondent.name())));
        CaseFile file =
                row.acceptedOn() == null ? reviews.register(application, actor) : reviews.takeOver(application, actor);
        acceptances.enter(file.id(), IntakeFacts.of(row.adminField()));
        tell(file, row, actor);
        if (row.acceptedOn() != null) {
            goOn(file, row, row.acceptedOn(), actor);
        }
        return file.id();
    }

    /** The facts that are there already, then the process at the step that comes next. */
    private void goOn(CaseFile file, Row row, LocalDate acceptedOn, Actor head) {
        String caseId = file.id();
        cases.setProcedure(
                caseId, row.simplified() ? ProcedureChoice.SIMPLIFIED : ProcedureChoice.ORDINARY, Actor.SYSTEM);
        reviews.accept(caseId, acceptedOn, Actor.SYSTEM);
        String step = "userTask_issueAcceptance";
        if (row.copyServedOn() == null) {
            draftNotices(file, row, head);
        } else {
            cases.setKeyDate(caseId, "copyServed", row.copyServedOn(), Actor.SYSTEM);
            parties.address(caseId, PartyRole.RESPONDENT);
            step = "userTask_submitReply";
        }
        if (row.repliedOn() != null) {
            reviews.repliedBefore(caseId, row.repliedOn());
            step = "userTask_hearViews";
        }
        if (row.heardOn() != null) {
            reviews.recordViews(caseId, Objects.requireNonNull(row.heardWay()), row.heardOn(), Actor.SYSTEM);
            step = "userTask_draftDecision";
        }
        processes.startAt(MAIN, caseId, step, Map.of("acceptance", "ACCEPT"));
        LocalDate suspendedOn = row.suspendedOn();
        if (suspendedOn != null) {
            String ground = Optional.ofNullable(row.suspensionGround()).orElse("10");
            String order = Optional.ofNullable(row.formerNumber()).orElse(file.registerNo());
            limits.of(caseId).stream()
                    .filter(limit -> limit.rule().startsWith("AR-DECIDE")
                            && limit.state().isOpen())
                    .findFirst()
                    .ifPresent(
                            limit -> acts.pause(limit.id(), PauseOrder.of(suspendedOn, ground, order), Actor.SYSTEM));
        }
    }

    /**
     * An accepted case whose respondent has no copy yet goes on with issuing the notices. They are drafted here, and the head
     * of the unit who takes the case over stands for the acceptance that was approved elsewhere.
     */
    private void draftNotices(CaseFile file, Row row, Actor head) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("matter", row.actName());
        fields.put("procedureName", row.simplified() ? "简易程序" : "普通程序");
        fields.put("decideWithin", row.simplified() ? "三十日" : "六十日");
        fields.put("replyWithin", row.simplified() ? "五个工作日" : "十个工作日");
        for (String type : NOTICES) {
            Letter letter = caseLetters.draft(file.id(), type, fields, Actor.SYSTEM);
            letters.approve(letter.id(), Role.UNIT_HEAD, APPROVED_BEFORE, head);
        }
    }

    /** The days follow one another, and none lies ahead. */
    private LocalDate requireSound(Row row) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate received = row.receivedOn();
        if (received == null) {
            throw Refusal.fields(List.of(FieldError.of("receivedOn", "REQUIRED")));
        }
        required("applicant", row.applicant(), errors);
        required("respondent", row.respondent(), errors);
        required("actKind", row.actKind(), errors);
        required("actName", row.actName(), errors);
        required("requests", row.requests(), errors);
        required("reasons", row.reasons(), errors);
        Map<String, LocalDate> days = new LinkedHashMap<>();
        put(days, "receivedOn", received);
        put(days, "acceptedOn", row.acceptedOn());
        put(days, "copyServedOn", row.copyServedOn());
        put(days, "repliedOn", row.repliedOn());
        LocalDate before = LocalDate.MIN;
        for (Map.Entry<String, LocalDate> day : days.entrySet()) {
            if (day.getValue().isBefore(before)) {
                errors.add(FieldError.of(day.getKey(), "DATE_TOO_EARLY", before));
            }
            before = day.getValue();
        }
        put(days, "heardOn", row.heardOn());
        put(days, "suspendedOn", row.suspendedOn());
        LocalDate today = LocalDate.now(clock);
        days.forEach((field, day) -> {
            if (day.isAfter(today)) {
                errors.add(FieldError.of(field, "IN_FUTURE"));
            }
        });
        requireBefore("copyServedOn", row.copyServedOn(), row.acceptedOn(), errors);
        requireBefore("repliedOn", row.repliedOn(), row.copyServedOn(), errors);
        requireBefore("heardOn", row.heardOn(), row.repliedOn(), errors);
        if (row.heardOn() != null && !HEARD_WAYS.contains(String.valueOf(row.heardWay()))) {
            errors.add(FieldError.of("heardWay", "REQUIRED"));
        }
        requireBefore("suspendedOn", row.suspendedOn(), row.acceptedOn(), errors);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return received;
    }

    /** A later day needs the earlier one, else nobody knows at which step the case stands. */
    private static void requireBefore(
            String field, @Nullable LocalDate day, @Nullable LocalDate earlier, List<FieldError> errors) {
        if (day != null && earlier == null) {
            errors.add(FieldError.of(field, "EARLIER_STEP_MISSING"));
        }
    }

    private static void put(Map<String, LocalDate> days, String field, @Nullable LocalDate day) {
        if (day != null) {
            days.put(field, day);
        }
    }

    private static void required(String field, String text, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        }
    }

    private void tell(CaseFile file, Row row, Actor actor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("formerNumber", Optional.ofNullable(row.formerNumber()).orElse(""));
        facts.put("line", row.line());
        events.publishEvent(Act.of("review.imported", file.id(), actor, facts));
    }
}
