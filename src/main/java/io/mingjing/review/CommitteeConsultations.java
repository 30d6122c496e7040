package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Attachments;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.OfficialStyle;
import io.mingjing.document.Paper;
import io.mingjing.document.PaperPrinter;
import io.mingjing.engine.Decisions;
import io.mingjing.review.CommitteeMembers.Candidate;
import io.mingjing.review.Consultation.State;
import io.mingjing.review.ConsultationDuty.Ground;
import io.mingjing.review.ConsultationDuty.Reason;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consulting the review committee 行政复议委员会: when the law demands it, before whom, what was answered, and what the
 * decision made of it (行政复议法 art. 52; 实施条例 art. 52).
 */
@Service
@Transactional
public class CommitteeConsultations {

    static final String PAPER = "行政复议委员会咨询意见书";

    private static final int CROWD = 10;
    private static final int REASON_LENGTH = 1000;
    private static final int EXPLANATION_LENGTH = 2000;
    private static final String ADOPTED = "ADOPTED";
    private static final Set<String> ADOPTIONS = Set.of(ADOPTED, "PARTLY", "REJECTED");

    /** What people may find; that a government reviews its own act is seen from the parties. */
    private static final Set<Ground> FOUND_BY_PEOPLE = EnumSet.of(Ground.MAJOR, Ground.SPECIALISED, Ground.NEEDED);

    private final ConsultationMapper mapper;
    private final HearingMapper hearings;
    private final CommitteeMembers members;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Decisions decisions;
    private final Attachments attachments;
    private final PaperPrinter printer;
    private final CaseAccess access;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CommitteeConsultations(
            ConsultationMapper mapper,
            HearingMapper hearings,
            CommitteeMembers members,
            Reviews reviews,
            Cases cases,
            Parties parties,
            Decisions decisions,
            Attachments attachments,
            PaperPrinter printer,
            CaseAccess access,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.hearings = hearings;
        this.members = members;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.decisions = decisions;
        this.attachments = attachments;
        this.printer = printer;
        this.access = access;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** The consultations of a case in their order, for those who may read the secondary part; for others there are none. */
    @Transactional(readOnly = true)
    public List<Consultation> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findByCase(caseId) : List.of();
    }

    /** The consultation that is under way. */
    @Transactional(readOnly = true)
    public Optional<Consultation> current(String caseId) {
        return mapper.findByCase(caseId).stream().filter(each -> !each.over()).findFirst();
    }

    /** The last opinion that is on file. */
    @Transactional(readOnly = true)
    public Optional<Consultation> given(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(each -> each.state() == State.GIVEN)
                .reduce((first, second) -> second);
    }

    /** Whether the committee must be consulted, from the facts of the case (art. 52.2; table {@code committee-duty.dmn}). */
    @Transactional
    public ConsultationDuty duty(String caseId) {
        Set<Ground> facts = facts(caseId);
        List<Map<String, Object>> hits = decisions.evaluate(
                "committeeDuty",
                Map.of(
                        "major", facts.contains(Ground.MAJOR),
                        "specialised", facts.contains(Ground.SPECIALISED),
                        "ownAct", facts.contains(Ground.OWN_ACT),
                        "needed", facts.contains(Ground.NEEDED)));
        return new ConsultationDuty(
                hits.stream().anyMatch(hit -> "COMPULSORY".equals(hit.get("duty"))),
                hits.stream()
                        .map(hit -> new Reason(String.valueOf(hit.get("ground")), String.valueOf(hit.get("article"))))
                        .toList());
    }

    /** What the unit has found about the case. */
    @Transactional(readOnly = true)
    public Optional<ConsultationTraits> traits(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findTraits(caseId) : Optional.empty();
    }

    /**
     * Finds what decides on consulting the committee: handlers may find that a case is major or specialised; that the unit
     * thinks it needed, and to take a finding back, is for the head of the unit.
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code UNIT_HEAD_ONLY}, {@code NOT_UNDER_REVIEW}, and with the fields
     */
    public void find(String caseId, List<String> traits, String reason, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        Set<Ground> found = grounds("traits", traits);
        boolean head = actor.has(Role.UNIT_HEAD);
        if (!head) {
            access.requireHandler(caseId, actor);
        }
        requireOpen(caseId);
        Set<Ground> before = found(caseId);
        boolean takesBack = !found.containsAll(before);
        if (!head && (takesBack || (found.contains(Ground.NEEDED) && !before.contains(Ground.NEEDED)))) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        checkText("reason", reason, REASON_LENGTH);
        keep(caseId, found, reason.strip(), actor);
    }

    /**
     * The officer's proposal. Grounds ticked as major or specialised are findings about the case from now on.
     *
     * @throws Refusal {@code NOT_ACCEPTED}, {@code CONSULTATION_UNDER_WAY}
     */
    public Consultation propose(String caseId, List<String> grounds, String questions, String documents, Actor actor) {
        reviews.get(caseId).requireAccepted();
        if (current(caseId).isPresent()) {
            throw Refusal.conflict("CONSULTATION_UNDER_WAY");
        }
        Set<Ground> ticked = grounds("consultationGrounds", grounds);
        EnumSet<Ground> found = found(caseId);
        Set<Ground> now = EnumSet.copyOf(found);
        ticked.stream().filter(ground -> ground != Ground.NEEDED).forEach(now::add);
        if (!now.equals(found)) {
            keep(caseId, now, questions, actor);
        }
        ConsultationDuty duty = duty(caseId);
        Set<Ground> all = facts(caseId);
        all.addAll(ticked);
        Consultation proposed = new Consultation(
                Ids.next(),
                caseId,
                mapper.findByCase(caseId).size() + 1,
                State.PROPOSED,
                duty.compulsory(),
                codes(all),
                questions,
                documents,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                actor.userId(),
                now(),
                0);
        mapper.insert(proposed);
        tell(
                "review.consultationProposed",
                caseId,
                actor,
                Map.of("committeeGrounds", proposed.groundList(), "compulsory", duty.compulsory()));
        return proposed;
    }

    /**
     * The head of the unit agrees to consult the committee, or not. Where the proposal says that it is needed, agreeing makes
     * it the view of the unit (art. 52.2 item 4).
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code CONSULTATION_COMPULSORY} where the law leaves no choice (art. 52.2)
     */
    public void decide(String caseId, boolean consult, String approval, Actor actor) {
        Consultation current = require(caseId);
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        ConsultationDuty duty = duty(caseId);
        if (!consult && duty.compulsory()) {
            throw Refusal.conflict("CONSULTATION_COMPULSORY", duty.item());
        }
        if (consult && current.groundList().contains(Ground.NEEDED.name())) {
            Set<Ground> found = found(caseId);
            if (found.add(Ground.NEEDED)) {
                keep(caseId, found, approval, actor);
            }
        }
        one(mapper.updateApproval(
                current.id(),
                current.version(),
                consult ? State.APPROVED : State.REFUSED,
                approval,
                consult && duty(caseId).compulsory(),
                current.grounds()));
        tell(consult ? "review.consultationApproved" : "review.consultationRefused", caseId, actor, Map.of());
    }

    /**
     * Invites members of the register to a meeting or to write. Members with a relation to the case are never invited; who
     * was passed over for it is noted.
     *
     * @throws Refusal with the fields: {@code MEMBER_UNKNOWN}, {@code MEMBER_TIED}, {@code REQUIRED}, {@code DATE_PAST}
     */
    public void invite(String caseId, ConsultationPlan plan, Actor actor) {
        Consultation current = require(caseId);
        List<Candidate> register = members.candidates(caseId);
        if (plan.members().isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("memberNames", "REQUIRED")));
        }
        Set<String> invited = new LinkedHashSet<>();
        for (String name : plan.members()) {
            Candidate candidate = register.stream()
                    .filter(each -> each.member().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("memberNames", "MEMBER_UNKNOWN", name))));
            String tie = candidate.tie();
            if (tie != null) {
                throw Refusal.fields(List.of(FieldError.of("memberNames", "MEMBER_TIED", name, tie)));
            }
            invited.add(name);
        }
        if (plan.on().isBefore(actDay.today())) {
            throw Refusal.fields(List.of(FieldError.of("plannedOn", "DATE_PAST", actDay.today())));
        }
        if (plan.manner().equals("MEETING") && plan.place() == null) {
            throw Refusal.fields(List.of(FieldError.of("consultationPlace", "REQUIRED")));
        }
        String keptOut = register.stream()
                .filter(each -> each.tie() != null)
                .map(each -> each.member().name() + "（" + each.tie() + "）")
                .collect(Collectors.joining("、"));
        one(mapper.updatePlan(
                current.id(), current.version(), plan, String.join("、", invited), keptOut.isEmpty() ? null : keptOut));
        events.publishEvent(Act.of(
                        "review.committeeInvited",
                        caseId,
                        actor,
                        Map.of("manner", plan.manner(), "on", plan.on().toString(), "members", invited.size()))
                .withPersonal(Map.of("names", String.join("、", invited))));
    }

    /**
     * The opinion of the committee is on file: it is printed as 咨询意见书 and laid, with whatever was handed in at this step,
     * into the secondary part of the file.
     *
     * @param taskId at which papers were handed in; null for none
     * @throws Refusal with the fields: {@code NOT_INVITED}, {@code VOTES_MISMATCH}, {@code DIFFERENCES_MISSING}
     */
    public void record(String caseId, ConsultationOpinion given, @Nullable String taskId, Actor actor) {
        Consultation current = require(caseId);
        check(current, given);
        if (taskId != null) {
            attachments.fileInSecondary(caseId, taskId, actor);
        }
        byte[] paper = printer.print(paper(current, given));
        String paperId = attachments
                .store(caseId, null, PAPER, FilePart.SECONDARY, PAPER + ".docx", new ByteArrayInputStream(paper), actor)
                .id();
        one(mapper.updateOpinion(current.id(), current.version(), given, String.join("、", given.attended()), paperId));
        events.publishEvent(Act.of(
                        "review.committeeOpinionGiven",
                        caseId,
                        actor,
                        Map.of(
                                "votesFor", given.votesFor(),
                                "votesAgainst", given.votesAgainst(),
                                "abstentions", given.abstentions()))
                .on(given.on()));
    }

    /** It could not be held: members are invited anew. */
    public void postpone(String caseId, String remark, Actor actor) {
        Consultation current = require(caseId);
        one(mapper.updateState(current.id(), current.version(), State.APPROVED, remark));
        tell("review.consultationPostponed", caseId, actor, Map.of());
    }

    /**
     * The case ended, so nothing will come of it.
     *
     * @return whether one was under way
     */
    public boolean stop(String caseId) {
        Optional<Consultation> current = current(caseId);
        current.ifPresent(each -> {
            one(mapper.updateState(each.id(), each.version(), State.STOPPED, null));
            tell("review.consultationStopped", caseId, Actor.SYSTEM, Map.of());
        });
        return current.isPresent();
    }

    /**
     * Stands before the draft of a decision: the committee must have been consulted where the law demands it.
     *
     * @throws Refusal {@code CONSULTATION_UNDER_WAY_DRAFT}, {@code COMMITTEE_MISSING} with the item of art. 52.2
     */
    public void requireConsulted(String caseId) {
        List<Consultation> all = mapper.findByCase(caseId);
        if (all.stream().anyMatch(each -> !each.over())) {
            throw Refusal.conflict("CONSULTATION_UNDER_WAY_DRAFT");
        }
        if (all.stream().anyMatch(each -> each.state() == State.GIVEN)) {
            return;
        }
        ConsultationDuty duty = duty(caseId);
        if (duty.compulsory()) {
            throw Refusal.conflict("COMMITTEE_MISSING", duty.item());
        }
    }

    /**
     * Whether the answer to the committee's opinion suffices: one is needed where there is an opinion, and a reason where it
     * is not wholly adopted (实施条例 art. 52). Touches nothing.
     *
     * @param adoption ADOPTED, PARTLY or REJECTED; null where the draft does not say, then what was entered before counts
     * @throws Refusal {@code COMMITTEE_UNANSWERED}, {@code COMMITTEE_NO_OPINION}, and with the fields
     */
    @Transactional(readOnly = true)
    public void checkAdoption(String caseId, @Nullable String adoption, @Nullable String explanation) {
        Consultation given = given(caseId).orElse(null);
        if (given == null) {
            if (adoption != null) {
                throw Refusal.conflict("COMMITTEE_NO_OPINION");
            }
            return;
        }
        if (adoption == null) {
            if (given.adoption() == null) {
                throw Refusal.conflict("COMMITTEE_UNANSWERED");
            }
            return;
        }
        if (!ADOPTIONS.contains(adoption)) {
            throw Refusal.fields(List.of(FieldError.of("committeeAdoption", "NOT_AN_OPTION")));
        }
        if (!adoption.equals(ADOPTED)) {
            if (explanation == null || explanation.isBlank()) {
                throw Refusal.fields(List.of(FieldError.of("committeeExplanation", "EXPLAIN_COMMITTEE")));
            }
            checkText("committeeExplanation", explanation, EXPLANATION_LENGTH);
        }
    }

    /**
     * What the draft of the decision makes of the committee's opinion; nothing happens where the draft does not say.
     *
     * @throws Refusal as {@link #checkAdoption}
     */
    public void adopt(String caseId, @Nullable String adoption, @Nullable String explanation, Actor actor) {
        checkAdoption(caseId, adoption, explanation);
        if (adoption == null) {
            return;
        }
        given(caseId).ifPresent(given -> {
            String why = adoption.equals(ADOPTED) || explanation == null ? null : explanation.strip();
            one(mapper.updateAdoption(given.id(), given.version(), adoption, why));
            tell("review.committeeAnswered", caseId, actor, Map.of("committeeAdoption", adoption));
        });
    }

    /**
     * The same entered beside the draft (handlers of the case), for a case whose form does not ask for it.
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code NOT_UNDER_REVIEW}, and as {@link #checkAdoption}
     */
    public void answer(String caseId, @Nullable String adoption, @Nullable String explanation, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        access.requireHandler(caseId, actor);
        requireOpen(caseId);
        if (adoption == null || adoption.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("committeeAdoption", "REQUIRED")));
        }
        adopt(caseId, adoption, explanation, actor);
    }

    private void check(Consultation current, ConsultationOpinion given) {
        List<FieldError> faults = new ArrayList<>();
        if (given.attended().isEmpty()) {
            faults.add(FieldError.of("attendedNames", "REQUIRED"));
        }
        given.attended().stream()
                .filter(name -> !current.memberList().contains(name))
                .forEach(name -> faults.add(FieldError.of("attendedNames", "NOT_INVITED", name)));
        int votes = given.votesFor() + given.votesAgainst() + given.abstentions();
        if (votes != given.attended().size()) {
            faults.add(FieldError.of(
                    "votesFor", "VOTES_MISMATCH", votes, given.attended().size()));
        }
        if (given.votesFor() < votes && given.differences() == null) {
            faults.add(FieldError.of("differences", "DIFFERENCES_MISSING"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
    }

    private Paper paper(Consultation current, ConsultationOpinion given) {
        CaseFile file = cases.require(current.caseId());
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact("案件", file.title()));
        facts.add(new Paper.Fact("提请咨询的问题", current.questions()));
        facts.add(new Paper.Fact("提供的材料", current.documents()));
        facts.add(new Paper.Fact("咨询方式", "WRITTEN".equals(current.manner()) ? "书面征求意见" : "召开会议"));
        facts.add(new Paper.Fact("咨询日期", OfficialStyle.date(given.on())));
        if (current.place() != null) {
            facts.add(new Paper.Fact("地点", current.place()));
        }
        facts.add(new Paper.Fact("出具意见的委员", OfficialStyle.names(given.attended())));
        if (current.keptOut() != null) {
            facts.add(new Paper.Fact("因与本案有关联未邀请的委员", current.keptOut()));
        }
        facts.add(new Paper.Fact(
                "表决情况", "赞成" + given.votesFor() + "人，反对" + given.votesAgainst() + "人，弃权" + given.abstentions() + "人"));
        facts.add(new Paper.Fact("咨询意见", given.opinion()));
        facts.add(new Paper.Fact("不同意见", given.differences() == null ? "无" : given.differences()));
        facts.add(new Paper.Fact("委员签名", ""));
        return new Paper(PAPER, file.number(), facts, null, List.of());
    }

    private Set<Ground> facts(String caseId) {
        Set<Ground> facts = found(caseId);
        if (parties.of(caseId, PartyRole.APPLICANT).size() > CROWD
                || hearings.findByCase(caseId).stream().anyMatch(Hearing::compulsory)) {
            facts.add(Ground.MAJOR);
        }
        String government = cases.require(caseId).governmentId();
        // Only a provincial government reviews its own acts (行政复议法 art. 24.2).
        if (parties.of(caseId, PartyRole.RESPONDENT).stream().anyMatch(party -> government.equals(party.organId()))) {
            facts.add(Ground.OWN_ACT);
        }
        return facts;
    }

    private EnumSet<Ground> found(String caseId) {
        EnumSet<Ground> found = EnumSet.noneOf(Ground.class);
        mapper.findTraits(caseId).ifPresent(traits -> traits.list().forEach(code -> found.add(Ground.valueOf(code))));
        return found;
    }

    private void keep(String caseId, Set<Ground> found, String reason, Actor actor) {
        String kept = reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
        Optional<ConsultationTraits> before = mapper.findTraits(caseId);
        ConsultationTraits traits = new ConsultationTraits(
                caseId,
                codes(found),
                kept,
                actor.userId(),
                now(),
                before.map(ConsultationTraits::version).orElse(0));
        if (before.isEmpty()) {
            mapper.insertTraits(traits);
        } else {
            one(mapper.updateTraits(traits));
        }
        tell("review.committeeTraitsFound", caseId, actor, Map.of("committeeGrounds", traits.list()));
    }

    private void requireOpen(String caseId) {
        ReviewCase review = reviews.get(caseId);
        if (review.acceptedOn() == null
                || review.decidedOn() != null
                || cases.require(caseId).closedOn() != null) {
            throw Refusal.conflict("NOT_UNDER_REVIEW");
        }
    }

    private Consultation require(String caseId) {
        return current(caseId).orElseThrow(() -> Refusal.conflict("CONSULTATION_NONE"));
    }

    private static EnumSet<Ground> grounds(String field, List<String> codes) {
        EnumSet<Ground> grounds = EnumSet.noneOf(Ground.class);
        for (String code : codes) {
            Ground ground = FOUND_BY_PEOPLE.stream()
                    .filter(each -> each.name().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.fields(List.of(FieldError.of(field, "NOT_AN_OPTION"))));
            grounds.add(ground);
        }
        return grounds;
    }

    private static void checkText(String field, @Nullable String text, int most) {
        int length =
                text == null ? 0 : text.strip().codePointCount(0, text.strip().length());
        if (length == 0) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
        if (length > most) {
            throw Refusal.fields(List.of(FieldError.of(field, "TOO_LONG", most, length)));
        }
    }

    private static String codes(Set<Ground> grounds) {
        return grounds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private void tell(String kind, String caseId, Actor actor, Map<String, Object> facts) {
        events.publishEvent(Act.of(kind, caseId, actor, facts));
    }

    private static void one(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
