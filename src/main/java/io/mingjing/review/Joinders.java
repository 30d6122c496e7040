package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases reviewed together, and separated again (实施条例 art. 43). Each keeps its own clock and its own decision. */
@Service
@Transactional
public class Joinders {

    private final SimilarMapper mapper;
    private final ReviewCaseMapper reviews;
    private final Cases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Joinders(
            SimilarMapper mapper,
            ReviewCaseMapper reviews,
            Cases cases,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** All joinders of a case, past ones included, in order of time. */
    @Transactional(readOnly = true)
    public List<Joinder> of(String caseId) {
        return mapper.findJoinders(caseId);
    }

    /**
     * Joins an accepted case to another of the same organ.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code CASE_NOT_OPEN}, {@code NOT_ACCEPTED}, {@code JOINDER_OTHER_ORGAN}, {@code
     *     JOINED_ALREADY}, {@code LINK_TO_SELF}, {@code FIELDS}
     */
    public Joinder join(String leadId, String caseId, String reason, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        if (leadId.equals(caseId)) {
            throw Refusal.conflict("LINK_TO_SELF");
        }
        CaseFile lead = open(leadId, actor);
        CaseFile member = open(caseId, actor);
        if (!lead.governmentId().equals(member.governmentId())) {
            throw Refusal.conflict("JOINDER_OTHER_ORGAN");
        }
        cases.lock(leadId.compareTo(caseId) < 0 ? leadId : caseId);
        cases.lock(leadId.compareTo(caseId) < 0 ? caseId : leadId);
        requireFree(leadId, lead, caseId, member);
        requireReason(reason);
        Joinder joinder = new Joinder(Ids.next(), leadId, caseId, reason.strip(), LocalDate.now(clock), null, null, 1);
        mapper.insertJoinder(joinder, actor.userId());
        tell("review.casesJoined", lead, member, reason, actor);
        tell("review.casesJoined", member, lead, reason, actor);
        return joinder;
    }

    /**
     * Separates two cases again.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code JOINDER_NOT_FOUND}, {@code JOINDER_UNDONE}, {@code FIELDS}
     */
    public void separate(String joinderId, String reason, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        Joinder joinder = mapper.findJoinder(joinderId).orElseThrow(() -> Refusal.notFound("JOINDER_NOT_FOUND"));
        CaseFile lead = cases.get(joinder.leadId(), actor);
        CaseFile member = cases.get(joinder.caseId(), actor);
        requireReason(reason);
        if (mapper.updateUndone(joinderId, joinder.version(), LocalDate.now(clock), reason.strip(), actor.userId())
                != 1) {
            throw Refusal.conflict("JOINDER_UNDONE");
        }
        tell("review.casesSeparated", lead, member, reason, actor);
        tell("review.casesSeparated", member, lead, reason, actor);
    }

    private CaseFile open(String caseId, Actor actor) {
        CaseFile file = cases.get(caseId, actor);
        if (file.area() != Area.REVIEW || file.state() != CaseState.OPEN) {
            throw Refusal.conflict("CASE_NOT_OPEN", file.number());
        }
        reviews.find(caseId)
                .orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"))
                .requireAccepted();
        return file;
    }

    /** A case follows one other only, and one that leads follows none. */
    private void requireFree(String leadId, CaseFile lead, String caseId, CaseFile member) {
        if (mapper.findJoinders(leadId).stream()
                .anyMatch(one -> one.open() && one.caseId().equals(leadId))) {
            throw Refusal.conflict("JOINED_ALREADY", lead.number());
        }
        if (mapper.findJoinders(caseId).stream().anyMatch(Joinder::open)) {
            throw Refusal.conflict("JOINED_ALREADY", member.number());
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
    }

    private void tell(String kind, CaseFile file, CaseFile other, String reason, Actor actor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("otherId", other.id());
        facts.put("number", other.number());
        facts.put("reason", reason.strip());
        events.publishEvent(Act.of(kind, file.id(), actor, facts).on(LocalDate.now(clock)));
    }
}
