package io.mingjing.supervision;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitRedating;
import io.mingjing.casefile.NewCase;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.PendingDuties;
import io.mingjing.casefile.PendingKind;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.time.DayUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Red lights and the supervision orders that follow them. */
@Service
@Transactional
public class Supervision {

    private static final String REPLY_LIMIT = "SO-REPLY";
    private static final String ORDER_LETTER = "supervision-order";

    private final SupervisionMapper mapper;
    private final Cases cases;
    private final LimitRedating limits;
    private final PendingDuties duties;
    private final Organs organs;
    private final People people;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Supervision(
            SupervisionMapper mapper,
            Cases cases,
            LimitRedating limits,
            PendingDuties duties,
            Organs organs,
            People people,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.limits = limits;
        this.duties = duties;
        this.organs = organs;
        this.people = people;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** A red light was recorded and an order is to be drafted; its process may start. */
    public record Raised(String caseId) {}

    /**
     * What turned a light red.
     *
     * @param happenedOn day on which it happened; its month is the month of the light
     */
    public record RedLight(
            String organId,
            String subject,
            String reason,
            LocalDate happenedOn,
            @Nullable String sourceCase,
            String facts) {}

    /**
     * What an order asks.
     *
     * @param replyLength length of the reply limit in its unit, counted from service
     */
    public record Draft(
            String subject,
            String urgency,
            String facts,
            String basis,
            String requirements,
            int replyLength,
            DayUnit replyUnit) {}

    /** Records the red light of an organ and opens the order that follows it (SUPERVISOR). */
    public CaseFile raise(RedLight light, Actor actor) {
        if (!actor.has(Role.SUPERVISOR)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        if (light.happenedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.fields(List.of(FieldError.of("redOn", "IN_FUTURE")));
        }
        Sight sight = people.sight(actor);
        Organ organ = organs.find(light.organId())
                .filter(found -> found.path().startsWith(sight.governmentPath()))
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("responsibleOrgan", "ORGAN_UNKNOWN"))));
        CaseFile file = cases.register(
                new NewCase(
                        Area.SUPERVISION,
                        "supervisionOrder",
                        light.subject(),
                        sight.governmentId(),
                        light.happenedOn(),
                        List.of(NewParty.organ(PartyRole.RESPONSIBLE, organ.id(), organ.name()))),
                actor);
        String lightId = Ids.next();
        mapper.insert(file.id(), lightId, organ.id(), light.subject(), light.facts());
        mapper.insertLight(
                lightId,
                sight.governmentId(),
                organ.id(),
                YearMonth.from(light.happenedOn()).toString(),
                light.reason(),
                light.sourceCase(),
                light.happenedOn(),
                file.id(),
                actor.userId(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        tell(
                "supervision.lightTurnedRed",
                file.id(),
                actor,
                Map.of("organ", organ.name(), "reason", light.reason()),
                light.happenedOn());
        events.publishEvent(new Raised(file.id()));
        return file;
    }

    public SupervisionOrder get(String caseId) {
        return mapper.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
    }

    /** Number of the court case or review that the red light of this order stems from. */
    @Transactional(readOnly = true)
    public Optional<String> sourceCase(String caseId) {
        return mapper.findSourceCase(caseId);
    }

    /** Red lights of a month as far as the person supervises (the own government and those below). */
    @Transactional(readOnly = true)
    public List<Light> lights(YearMonth month, Actor actor) {
        if (!actor.hasAny(Role.SUPERVISOR, Role.UNIT_HEAD, Role.ORGAN_HEAD, Role.AUDITOR, Role.GOV_OFFICE)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        Sight sight = people.sight(actor);
        String path = sight.subtree() ? sight.governmentPath() + "%" : sight.governmentPath();
        return mapper.findLights(month.toString(), path, sight.userId());
    }

    /** The order as drafted; its reply limit is what the order itself says. */
    public void draft(String caseId, Draft draft, Actor actor) {
        SupervisionOrder order = get(caseId);
        requireOne(mapper.updateDraft(
                caseId,
                order.version(),
                draft.subject(),
                draft.urgency(),
                draft.facts(),
                draft.basis(),
                draft.requirements(),
                draft.replyLength(),
                draft.replyUnit().name()));
        limits.setDocumentLength(caseId, REPLY_LIMIT, draft.replyLength(), draft.replyUnit(), actor);
        tell(
                "supervision.orderDrafted",
                caseId,
                actor,
                Map.of(
                        "replyLength",
                        draft.replyLength(),
                        "replyUnit",
                        draft.replyUnit().name()),
                null);
    }

    /** From its issue on the order waits for the organ's signature 签收. */
    @EventListener
    void on(LetterIssued letter) {
        if (letter.type().equals(ORDER_LETTER)) {
            duties.begin(PendingKind.UNSIGNED, letter.caseId(), letter.letterId(), letter.issuedOn());
        }
    }

    /** The responsible organ signed for the order. */
    public void sign(String caseId, LocalDate on, String by, Actor actor) {
        SupervisionOrder order = get(caseId);
        requireOne(mapper.updateSigned(caseId, order.version(), on, by));
        duties.end(PendingKind.UNSIGNED, caseId);
        events.publishEvent(Act.of("supervision.orderSigned", caseId, actor, Map.of())
                .on(on)
                .withPersonal(Map.of("signedBy", by)));
    }

    /** The responsible organ reported cause and measures. */
    public void reply(String caseId, String causeCode, String cause, String measures, Actor actor) {
        SupervisionOrder order = get(caseId);
        LocalDate today = actDay.today();
        requireOne(mapper.updateReply(caseId, order.version(), causeCode, cause, measures, today));
        tell("supervision.replied", caseId, actor, Map.of("causeCode", causeCode), today);
    }

    /** The reply limit lapsed: recorded, and told upward. The organ must still reply. */
    public void escalateOverdue(String caseId, LocalDate lastDay) {
        SupervisionOrder order = get(caseId);
        requireOne(mapper.updateOverdue(caseId, order.version()));
        tell("supervision.replyOverdue", caseId, Actor.SYSTEM, Map.of(), lastDay);
    }

    /** The reply is good enough. */
    public void pass(String caseId, String opinion, Actor actor) {
        SupervisionOrder order = get(caseId);
        requireOne(mapper.updateReview(caseId, order.version(), "PASS", opinion));
        tell("supervision.replyPassed", caseId, actor, Map.of(), actDay.today());
    }

    /** The reply is sent back; a new limit runs from today. */
    public void sendBack(String caseId, String opinion, int replyLength, DayUnit unit, Actor actor) {
        SupervisionOrder order = get(caseId);
        requireOne(mapper.updateReview(caseId, order.version(), "RETURN", opinion));
        limits.setDocumentLength(caseId, REPLY_LIMIT, replyLength, unit, actor);
        cases.setKeyDate(caseId, "orderServed", actDay.today(), actor);
        tell(
                "supervision.replySentBack",
                caseId,
                actor,
                Map.of("replyLength", replyLength, "replyUnit", unit.name()),
                actDay.today());
    }

    /** 销号: the order is done with. */
    public void close(String caseId) {
        SupervisionOrder order = get(caseId);
        LocalDate today = actDay.today();
        requireOne(mapper.updateClosed(caseId, order.version(), today));
        duties.end(PendingKind.UNSIGNED, caseId);
        cases.close(caseId, "RECTIFIED", today, Actor.SYSTEM);
    }

    private void tell(
            String kind, String caseId, Actor actor, Map<String, Object> facts, @Nullable LocalDate legalDate) {
        Act act = Act.of(kind, caseId, actor, facts);
        events.publishEvent(legalDate == null ? act : act.on(legalDate));
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
