package io.mingjing.casefile;

import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.time.TimeLimits;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may see a case and its parts. The rule itself stands in the SQL; the law acting by itself sees everything, and for
 * the public portal, which asks for register number and query code, the case of that code is there.
 */
@Component
class CaseVisibility implements CaseAccess {

    private final CaseMapper cases;
    private final PeopleOfCaseMapper people;
    private final SubmissionMapper submissions;
    private final PartyMapper parties;
    private final People identity;
    private final TimeLimits time;
    private final StaleLimits stale;
    private final Leaves leaves;

    CaseVisibility(
            CaseMapper cases,
            PeopleOfCaseMapper people,
            SubmissionMapper submissions,
            PartyMapper parties,
            People identity,
            TimeLimits time,
            StaleLimits stale,
            Leaves leaves) {
        this.cases = cases;
        this.people = people;
        this.submissions = submissions;
        this.parties = parties;
        this.identity = identity;
        this.time = time;
        this.stale = stale;
        this.leaves = leaves;
    }

    @Override
    public void requireVisible(String caseId, Actor actor) {
        if (!visible(caseId, actor)) {
            throw Refusal.notFound("CASE_NOT_FOUND");
        }
    }

    @Override
    public void requireHandler(String caseId, Actor actor) {
        requireVisible(caseId, actor);
        if (!actor.isSystem() && !handles(caseId, actor)) {
            throw Refusal.forbidden("NOT_HANDLER");
        }
    }

    @Override
    public String areaFolder(String caseId) {
        return find(caseId).area().name().toLowerCase(Locale.ROOT);
    }

    /** The secondary part (approval slips, reports, discussions) is never shown to parties and organs. */
    @Override
    public boolean mayReadPart(String caseId, FilePart part, Actor actor) {
        return part == FilePart.MAIN
                || actor.isSystem()
                || (!actor.isPublic() && sight(actor).officer());
    }

    /** A contact, or who stands in for one, speaks for the parties that are the contact's organ. */
    @Override
    public boolean speaksFor(String caseId, String partyId, Actor actor) {
        return parties.find(partyId)
                .filter(party -> party.caseId().equals(caseId) && party.organId() != null)
                .filter(party -> sight(actor).poolKeys().contains(Role.ORGAN_CONTACT.name() + "@" + party.organId()))
                .isPresent();
    }

    boolean visible(String caseId, Actor actor) {
        return actor.isSystem() || actor.isPublic() || cases.countVisible(caseId, scope(actor)) > 0;
    }

    /** Named as a handler, standing in for one today, or an officer of the area who has done a step of the case. */
    boolean handles(String caseId, Actor actor) {
        Set<String> handlers =
                people.findHandlers(caseId).stream().map(Handler::userId).collect(Collectors.toSet());
        boolean named = handlers.contains(actor.userId())
                || (!handlers.isEmpty()
                        && leaves.stoodInFor(actor.userId()).stream().anyMatch(handlers::contains));
        return named
                || (actor.roles().stream().anyMatch(Handlers.HANDLING::contains)
                        && submissions.countByActor(caseId, actor.userId()) > 0);
    }

    /** An officer who works on cases, as opposed to organs, auditors and administrators. */
    void requireOfficer(String caseId, Actor actor) {
        requireVisible(caseId, actor);
        if (!actor.isSystem() && !worksOnCases(actor)) {
            throw Refusal.forbidden("OFFICERS_ONLY");
        }
    }

    /** The handlers of the case or one of these roles, by somebody who sees the case. */
    void requireHandlerOr(String caseId, Actor actor, Role... roles) {
        requireVisible(caseId, actor);
        if (!actor.isSystem() && !actor.hasAny(roles) && !handles(caseId, actor)) {
            throw Refusal.forbidden("NOT_HANDLER");
        }
    }

    void requireRole(String caseId, Actor actor, String code, Role... roles) {
        requireVisible(caseId, actor);
        if (!actor.isSystem() && !actor.hasAny(roles)) {
            throw Refusal.forbidden(code);
        }
    }

    CaseFile find(String caseId) {
        return cases.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
    }

    @Override
    public void lock(String caseId) {
        lockFresh(caseId);
    }

    /**
     * Locks the case for this act, so that acts on one case follow each other. Limits that still stand on an earlier
     * calendar are re-dated before the act goes on.
     *
     * @return how many limits that changed
     */
    int lockFresh(String caseId) {
        CaseMapper.Locked locked = cases.findLocked(caseId, time.calendar().version())
                .orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
        ArchivedCases.seen(caseId, locked.state());
        return locked.stale() > 0 ? stale.bringUpToDate(caseId) : 0;
    }

    /**
     * Locks the case for this act and reads it, if the actor may see it; else it is not there. One statement, but where
     * limits stand on an earlier calendar: they are re-dated first, as by {@link #lockFresh}.
     */
    CaseFile lockVisible(String caseId, Actor actor) {
        if (actor.isSystem() || actor.isPublic()) {
            lock(caseId);
            return find(caseId);
        }
        CaseScope scope = scope(actor);
        Optional<CaseFile> fresh =
                cases.findVisibleForUpdate(caseId, scope, time.calendar().version());
        if (fresh.isPresent()) {
            ArchivedCases.seen(caseId, fresh.get().state());
            return fresh.get();
        }
        if (cases.countVisible(caseId, scope) == 0) {
            throw Refusal.notFound("CASE_NOT_FOUND");
        }
        lock(caseId);
        return find(caseId);
    }

    /** Those of these cases that the person sees. */
    Set<String> visibleOf(Collection<String> caseIds, Actor actor) {
        return cases.findVisible(caseIds, scope(actor));
    }

    CaseScope scope(Actor actor) {
        return CaseScope.of(sight(actor));
    }

    private Sight sight(Actor actor) {
        return identity.sight(actor);
    }

    private boolean worksOnCases(Actor actor) {
        return sight(actor).officer() && !actor.has(Role.AUDITOR);
    }
}
