package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of the members of review committees, one committee for each government (行政复议法 art. 52.1). */
@Service
@Transactional
public class CommitteeMembers {

    private static final int NAME_LENGTH = 50;
    private static final int PLACE_LENGTH = 100;
    private static final int EXPERTISE_LENGTH = 200;

    private final CommitteeMemberMapper mapper;
    private final Organs organs;
    private final Cases cases;
    private final Parties parties;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CommitteeMembers(
            CommitteeMemberMapper mapper,
            Organs organs,
            Cases cases,
            Parties parties,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.organs = organs;
        this.cases = cases;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** What is entered about a member. */
    public record NewMember(
            String governmentId,
            String name,
            String organization,
            @Nullable String post,
            String expertise) {}

    /**
     * A member who may be invited to advise on a case, or not.
     *
     * @param tie name of the party to which the member stands in a relation; null without one
     */
    public record Candidate(
            CommitteeMember member, @Nullable String tie) {}

    /** Everybody on the register of a government, those who left last. */
    @Transactional(readOnly = true)
    public List<CommitteeMember> of(String governmentId, Actor actor) {
        requireAdmin(actor);
        return mapper.findByGovernment(governmentId);
    }

    /** The governments that may have a committee: the own one, then the others in official order. */
    @Transactional(readOnly = true)
    public List<Organ> governments(Actor actor) {
        requireAdmin(actor);
        String own = actor.organId() == null ? "" : organs.get(actor.organId()).governmentId();
        return organs.all().stream()
                .filter(Organ::isGovernment)
                .sorted(Comparator.comparing(government -> !government.id().equals(own)))
                .toList();
    }

    /**
     * Enters a member (ADMIN).
     *
     * @throws Refusal {@code ADMIN_ONLY_COMMITTEE}, {@code MEMBER_EXISTS}, and with the fields that are wrong
     */
    public CommitteeMember add(NewMember given, Actor actor) {
        requireAdmin(actor);
        List<FieldError> errors = new ArrayList<>();
        text(errors, "name", given.name(), NAME_LENGTH);
        text(errors, "organization", given.organization(), PLACE_LENGTH);
        text(errors, "expertise", given.expertise(), EXPERTISE_LENGTH);
        String post = given.post() == null || given.post().isBlank()
                ? null
                : given.post().strip();
        if (post != null) {
            text(errors, "post", post, PLACE_LENGTH);
        }
        if (organs.find(given.governmentId()).filter(Organ::isGovernment).isEmpty()) {
            errors.add(FieldError.of("governmentId", "NOT_AN_OPTION"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        String name = given.name().strip();
        String organization = given.organization().strip();
        if (mapper.findByGovernment(given.governmentId()).stream()
                .anyMatch(member ->
                        member.name().equals(name) && member.organization().equals(organization))) {
            throw Refusal.conflict("MEMBER_EXISTS", name, organization);
        }
        CommitteeMember member = new CommitteeMember(
                Ids.next(),
                given.governmentId(),
                name,
                organization,
                post,
                given.expertise().strip(),
                true,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                0);
        mapper.insert(member);
        events.publishEvent(Act.of(
                        "review.committeeMemberEntered",
                        null,
                        actor,
                        Map.of("memberId", member.id(), "governmentId", member.governmentId()))
                .withPersonal(Map.of("member", name)));
        return member;
    }

    /**
     * A member leaves the committee, or comes back (ADMIN).
     *
     * @throws Refusal {@code ADMIN_ONLY_COMMITTEE}, {@code MEMBER_NOT_FOUND}, {@code CASE_CHANGED}
     */
    public void activate(String id, boolean active, Actor actor) {
        requireAdmin(actor);
        CommitteeMember member = mapper.find(id).orElseThrow(() -> Refusal.notFound("MEMBER_NOT_FOUND"));
        if (member.active() == active) {
            return;
        }
        if (mapper.updateActive(id, member.version(), active) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        events.publishEvent(Act.of(
                        active ? "review.committeeMemberReturned" : "review.committeeMemberLeft",
                        null,
                        actor,
                        Map.of("memberId", id, "governmentId", member.governmentId()))
                .withPersonal(Map.of("member", member.name())));
    }

    /** The members in office whom a case could invite, each with what stands in the way. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String caseId) {
        List<Party> all = parties.of(caseId);
        return mapper.findByGovernment(cases.require(caseId).governmentId()).stream()
                .filter(CommitteeMember::active)
                .map(member -> new Candidate(member, tie(member, all).orElse(null)))
                .toList();
    }

    /** Who is a party or an agent of one, or works for one, does not advise on the case. */
    private static Optional<String> tie(CommitteeMember member, List<Party> parties) {
        return parties.stream()
                .map(Party::name)
                .filter(name -> name.equals(member.name()) || name.equals(member.organization()))
                .findFirst();
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY_COMMITTEE");
        }
    }

    private static void text(List<FieldError> errors, String field, String text, int most) {
        int length = text.strip().codePointCount(0, text.strip().length());
        if (length == 0) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (length > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most, length));
        }
    }
}
