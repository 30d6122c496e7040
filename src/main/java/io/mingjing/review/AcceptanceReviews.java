package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.review.IntakeMapper.ConditionRow;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of an application before its acceptance: the seven conditions of 行政复议法 art. 30.1, the time to apply, and who
 * speaks for many applicants. Acceptance needs all seven; a refusal names the one that fails.
 */
@Service
@Transactional
public class AcceptanceReviews {

    private final IntakeMapper mapper;
    private final ReviewCaseMapper reviews;
    private final ApplicationWindows windows;
    private final SimilarCases similar;
    private final Cases cases;
    private final Parties parties;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AcceptanceReviews(
            IntakeMapper mapper,
            ReviewCaseMapper reviews,
            ApplicationWindows windows,
            SimilarCases similar,
            Cases cases,
            Parties parties,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.windows = windows;
        this.similar = similar;
        this.cases = cases;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** One condition as the officer answered it; a condition not met has its reason. */
    public record Answer(
            Condition condition, boolean met, @Nullable String reason) {}

    /**
     * What the officer proposes.
     *
     * @param acceptance ACCEPT, CORRECT or REFUSE
     * @param answers the conditions that were answered
     * @param ground ground of a refusal; null for the others
     */
    public record Proposal(
            String acceptance,
            List<Answer> answers,
            IntakeFacts facts,
            @Nullable LocalDate knownOn,
            @Nullable String prerequisiteGround,
            @Nullable RefusalGround ground) {

        public Proposal {
            answers = List.copyOf(answers);
        }

        List<Condition> failed() {
            return answers.stream()
                    .filter(answer -> !answer.met())
                    .map(Answer::condition)
                    .toList();
        }
    }

    /** Keeps what was said at registration. */
    public void enter(String caseId, IntakeFacts facts) {
        mapper.insert(caseId, facts);
    }

    /** What is known; nothing for a case that was registered before such facts were kept. */
    @Transactional(readOnly = true)
    public IntakeFacts facts(String caseId) {
        return mapper.find(caseId).orElse(IntakeFacts.NONE);
    }

    /** The time to apply, by the facts as they are kept. */
    @Transactional(readOnly = true)
    public ApplicationWindow window(String caseId) {
        return window(caseId, facts(caseId), review(caseId).knownOn());
    }

    /** The time to apply, if the facts were these. */
    @Transactional(readOnly = true)
    public ApplicationWindow window(String caseId, IntakeFacts facts, @Nullable LocalDate knownOn) {
        ReviewCase review = review(caseId);
        return windows.of(facts, cases.require(caseId).receivedOn(), review.actKind(), review.actMadeOn(), knownOn);
    }

    /** The conditions as they were answered last, in the order of the article. */
    @Transactional(readOnly = true)
    public List<Answer> answers(String caseId) {
        Map<String, ConditionRow> rows = mapper.findConditions(caseId).stream()
                .collect(Collectors.toMap(ConditionRow::conditionCode, row -> row));
        List<Answer> answers = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            ConditionRow row = rows.get(condition.name());
            if (row != null) {
                answers.add(new Answer(condition, row.met(), row.reason()));
            }
        }
        return answers;
    }

    /**
     * Whether a proposal can stand.
     *
     * @throws Refusal with the fields that are wrong: {@code CONDITIONS_INCOMPLETE}, {@code REFUSAL_WITHOUT_CONDITION},
     *     {@code GROUND_WITHOUT_CONDITION}, {@code RESPONDENT_NOT_TOLD}, {@code WINDOW_PASSED}, {@code YEAR_PASSED},
     *     {@code CUT_OFF_PASSED}, {@code WINDOW_NOT_OPEN}, {@code WINDOW_STILL_OPEN}; {@code RESPONDENT_UNKNOWN}, {@code
     *     REPRESENTATIVES_MISSING} and {@code ELECTION_MISSING}
     */
    @Transactional(readOnly = true)
    public void require(String caseId, Proposal proposal) {
        List<FieldError> errors = new ArrayList<>();
        proposal.answers().stream()
                .filter(answer -> !answer.met()
                        && (answer.reason() == null || answer.reason().isBlank()))
                .forEach(answer -> errors.add(FieldError.of(answer.condition().reasonField(), "REQUIRED")));
        requireFacts(proposal.facts(), errors);
        if (errors.isEmpty()) {
            ApplicationWindow window = window(caseId, proposal.facts(), proposal.knownOn());
            switch (proposal.acceptance()) {
                case "ACCEPT" -> {
                    requireAcceptable(proposal, window, errors);
                    List<String> before = similar.acceptedBefore(caseId);
                    if (!before.isEmpty()) {
                        errors.add(FieldError.of(
                                Condition.NOT_ACCEPTED.field(), "ACCEPTED_BEFORE", String.join("、", before)));
                    }
                }
                case "REFUSE" -> requireRefusable(proposal, window, errors);
                default -> {}
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        if (proposal.acceptance().equals("ACCEPT")) {
            requireRespondent(caseId);
            requireRepresentatives(caseId);
        }
    }

    /** A proper respondent (行政复议法 art. 30.1, item 1): an organ of the directory, not only a name that somebody typed. */
    private void requireRespondent(String caseId) {
        parties.of(caseId, PartyRole.RESPONDENT).stream()
                .filter(party -> party.leftOn() == null && party.organId() == null)
                .findFirst()
                .ifPresent(party -> {
                    throw Refusal.conflict("RESPONDENT_UNKNOWN", party.name());
                });
    }

    /** Keeps the answers and facts of a proposal that stands. */
    public void record(String caseId, Proposal proposal, Actor actor) {
        require(caseId, proposal);
        ReviewCase review = review(caseId);
        requireOne(mapper.updateCase(caseId, review.version(), proposal.knownOn(), proposal.prerequisiteGround()));
        write(caseId, proposal.facts());
        mapper.deleteConditions(caseId);
        for (Answer answer : proposal.answers()) {
            mapper.insertCondition(
                    caseId,
                    new ConditionRow(answer.condition().name(), answer.met(), answer.reason()),
                    actor.userId(),
                    clock.instant());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("met", proposal.answers().stream().filter(Answer::met).count());
        facts.put("failed", proposal.failed().stream().map(Condition::name).collect(Collectors.joining(",")));
        events.publishEvent(Act.of("review.conditionsChecked", caseId, actor, facts));
    }

    /**
     * More than ten applicants handed in the written election of their representatives, signed by all of them (实施条例 art.
     * 17). Who was elected is marked on the parties.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code ELECTION_UNSIGNED}, {@code FIELDS}
     */
    public void recordElection(String caseId, LocalDate on, boolean signedByAll, Actor actor) {
        requireDesk(actor);
        cases.get(caseId, actor);
        cases.lock(caseId);
        if (!signedByAll) {
            throw Refusal.conflict("ELECTION_UNSIGNED");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw Refusal.fields(List.of(FieldError.of("on", "IN_FUTURE")));
        }
        write(caseId, facts(caseId).elected(on));
        events.publishEvent(Act.of(
                        "review.representativesElected",
                        caseId,
                        actor,
                        Map.of(
                                "applicants",
                                parties.of(caseId, PartyRole.APPLICANT).size()))
                .on(on));
    }

    /** The applicant was told of a wrong respondent and has answered (实施条例 art. 29). */
    public void recordRespondentKept(String caseId, boolean kept) {
        write(caseId, facts(caseId).keepingRespondent(kept));
    }

    /** What the penalising agency did with the application. */
    void handledByAgency(String caseId, String handling, LocalDate on, @Nullable String note) {
        write(caseId, facts(caseId).handled(handling, on, note));
    }

    /** Who works at the desk of review. */
    public static void requireDesk(Actor actor) {
        if (!actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }

    private void write(String caseId, IntakeFacts facts) {
        Optional<IntakeFacts> before = mapper.find(caseId);
        if (before.isEmpty()) {
            mapper.insert(caseId, facts);
        } else {
            requireOne(mapper.update(caseId, facts));
        }
    }

    private static void requireFacts(IntakeFacts facts, List<FieldError> errors) {
        LocalDate to = facts.obstacleTo();
        if (facts.obstacleFrom() != null && to != null && to.isBefore(facts.obstacleFrom())) {
            errors.add(FieldError.of("obstacleTo", "DATE_TOO_EARLY", facts.obstacleFrom()));
        }
        if (facts.windowDays() != null && facts.windowDays() < 60) {
            errors.add(FieldError.of("windowDays", "TOO_SMALL", 60)); // art. 20.1: only a longer one takes the place
        }
    }

    private static void requireAcceptable(Proposal proposal, ApplicationWindow window, List<FieldError> errors) {
        for (Condition condition : Condition.values()) {
            boolean met =
                    proposal.answers().stream().anyMatch(answer -> answer.condition() == condition && answer.met());
            if (!met) {
                errors.add(FieldError.of(condition.field(), "CONDITIONS_INCOMPLETE"));
            }
        }
        String lateBy = window.lateBy();
        if (lateBy != null) {
            Object last = Objects.requireNonNullElse(lateBy.equals("CUT_OFF") ? window.cutOff() : window.due(), "—");
            errors.add(FieldError.of(Condition.IN_TIME.field(), lateBy + "_PASSED", last, window.filedOn()));
        } else if (window.early()) {
            errors.add(FieldError.of(Condition.IN_TIME.field(), "WINDOW_NOT_OPEN"));
        }
    }

    private static void requireRefusable(Proposal proposal, ApplicationWindow window, List<FieldError> errors) {
        RefusalGround ground = proposal.ground();
        List<Condition> failed = proposal.failed();
        if (failed.isEmpty()) {
            errors.add(FieldError.of("refusalGround", "REFUSAL_WITHOUT_CONDITION"));
        } else if (ground != null && !failed.contains(ground.condition())) {
            errors.add(FieldError.of(
                    "refusalGround",
                    "GROUND_WITHOUT_CONDITION",
                    ground.condition().words()));
        }
        if (ground == RefusalGround.RESPONDENT_KEPT && !proposal.facts().respondentKept()) {
            errors.add(FieldError.of("refusalGround", "RESPONDENT_NOT_TOLD"));
        }
        LocalDate due = window.due();
        if (ground == RefusalGround.OUT_OF_TIME && due != null && !window.late() && !window.early()) {
            errors.add(FieldError.of("refusalGround", "WINDOW_STILL_OPEN", due, window.filedOn()));
        }
        LocalDate cutOff = window.cutOff();
        if (ground == RefusalGround.MAX_PERIOD && cutOff != null && !"CUT_OFF".equals(window.lateBy())) {
            errors.add(FieldError.of("refusalGround", "CUT_OFF_STILL_OPEN", cutOff));
        }
    }

    /** 实施条例 art. 17: two to five of them, elected in writing and signed by all. */
    private void requireRepresentatives(String caseId) {
        parties.requireRepresentatives(caseId);
        if (parties.needsRepresentatives(caseId) && facts(caseId).electedOn() == null) {
            throw Refusal.conflict("ELECTION_MISSING");
        }
    }

    private ReviewCase review(String caseId) {
        return reviews.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
