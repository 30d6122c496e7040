package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Catalogue;
import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.review.FileAccess.Ground;
import io.mingjing.review.FileAccess.Request;
import io.mingjing.review.FileAccess.State;
import io.mingjing.review.FileAccess.Viewing;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * Access of applicants, third parties and their agents to the file (行政复议法 art. 47; 实施条例 art. 49): asked for, granted but
 * for the lawful exceptions, limited to the main part 正卷, and each time on record.
 */
@Service
@Transactional
public class FileAccesses {

    private static final int MOST_PAGES = 10_000;

    private final FileAccessMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Catalogue catalogue;
    private final CaseAccess access;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FileAccesses(
            FileAccessMapper mapper,
            Reviews reviews,
            Cases cases,
            Parties parties,
            Catalogue catalogue,
            CaseAccess access,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.catalogue = catalogue;
        this.access = access;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** Everything asked in a case, in order. */
    @Transactional(readOnly = true)
    public List<FileAccess> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId);
    }

    /** Who saw what, in order. */
    @Transactional(readOnly = true)
    public List<Viewing> viewings(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findViewings(caseId);
    }

    /** What may be shown: the main part of the file. */
    @Transactional(readOnly = true)
    public List<CatalogueEntry> papers(String caseId, Actor actor) {
        return catalogue.of(caseId, actor).stream()
                .filter(entry -> entry.part() == FilePart.MAIN)
                .toList();
    }

    /** The request that waits for its answer. */
    @Transactional(readOnly = true)
    public Optional<FileAccess> asked(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(one -> one.state() == State.ASKED)
                .findFirst();
    }

    /**
     * Enters what a party asks.
     *
     * @throws Refusal {@code ACCESS_NOT_PENDING} outside of the review, {@code ACCESS_RESPONDENT} for whom art. 47 does not
     *     name, and with the fields: no party of that name, not its agent
     */
    public void ask(String caseId, Request request, Actor actor) {
        CaseFile file = cases.get(caseId, actor);
        ReviewCase review = reviews.get(caseId);
        if (review.acceptedOn() == null || file.state() != CaseState.OPEN) {
            throw Refusal.conflict("ACCESS_NOT_PENDING");
        }
        Party party = party(caseId, request.party());
        requireReader(caseId, party, request);
        FileAccess asked = new FileAccess(
                Ids.next(),
                caseId,
                party.id(),
                State.ASKED,
                request.reader().strip(),
                request.byAgent(),
                request.proof(),
                request.wanted(),
                request.wantsCopies(),
                request.askedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                now(),
                0);
        mapper.insert(asked);
        tell("review.fileAccessAsked", asked, actor);
    }

    private Party party(String caseId, String name) {
        Party party = parties.of(caseId).stream()
                .filter(one -> one.leftOn() == null
                        && one.role() != PartyRole.AGENT
                        && one.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("accessParty", "NOT_A_PARTY", name))));
        if (party.role() != PartyRole.APPLICANT && party.role() != PartyRole.THIRD_PARTY) {
            throw Refusal.conflict("ACCESS_RESPONDENT");
        }
        return party;
    }

    private void requireReader(String caseId, Party party, Request request) {
        String reader = request.reader().strip();
        if (request.byAgent()) {
            boolean agent = parties.of(caseId, PartyRole.AGENT).stream()
                    .anyMatch(one ->
                            party.id().equals(one.agentOf()) && one.name().equals(reader));
            if (!agent) {
                throw Refusal.fields(List.of(FieldError.of("accessReader", "NOT_AN_AGENT", reader, party.name())));
            }
        } else if (party.kind() == PartyKind.PERSON && !party.name().equals(reader)) {
            throw Refusal.fields(List.of(FieldError.of("accessReader", "NOT_THE_PARTY", reader)));
        }
    }

    /**
     * Answers: must be granted but for the exceptions of art. 47.
     *
     * @param withheld what is not shown, where it is granted in part
     * @throws Refusal {@code ACCESS_NONE}, {@code ACCESS_GROUND} for a refusal without exception, and with the fields
     */
    public void decide(
            String caseId,
            State answer,
            List<String> grounds,
            @Nullable String withheld,
            @Nullable String reason,
            Actor actor) {
        FileAccess asked = asked(caseId).orElseThrow(() -> Refusal.conflict("ACCESS_NONE"));
        if (answer != State.GRANTED) {
            if (grounds.isEmpty()
                    || !List.of(Ground.values()).stream()
                            .map(Ground::name)
                            .collect(Collectors.toSet())
                            .containsAll(grounds)) {
                throw Refusal.conflict("ACCESS_GROUND");
            }
            required("accessReason", reason);
        }
        if (answer == State.PARTLY) {
            required("withheldPapers", withheld);
        }
        boolean granted = answer == State.GRANTED;
        answer(
                asked,
                answer,
                granted ? null : String.join(",", grounds),
                answer == State.PARTLY ? withheld : null,
                granted ? null : reason,
                actor);
        tell(granted || answer == State.PARTLY ? "review.fileAccessGranted" : "review.fileAccessRefused", asked, actor);
    }

    /** The handling of the case is over before anybody answered. */
    public void giveUp(String caseId, Actor actor) {
        asked(caseId).ifPresent(asked -> answer(asked, State.STOPPED, null, null, null, actor));
    }

    /**
     * The reader saw papers of the main part (clerks and officers).
     *
     * @param paperIds sources of the catalogue
     * @throws Refusal {@code ACCESS_NOT_GRANTED}, {@code ACCESS_NOT_PENDING} for a day after the end of the review, {@code
     *     ACCESS_SECONDARY} for what is not of the main part, {@code ACCESS_WITHHELD} for a paper named among those that are
     *     not shown, {@code OFFICERS_ONLY}, and with the fields
     */
    public void view(
            String caseId,
            String accessId,
            @Nullable LocalDate on,
            List<String> paperIds,
            int copiedPages,
            Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        if (!actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("OFFICERS_ONLY");
        }
        FileAccess granted = mapper.findByCase(caseId).stream()
                .filter(one -> one.id().equals(accessId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("FILE_ACCESS_NOT_FOUND"));
        if (!granted.open()) {
            throw Refusal.conflict("ACCESS_NOT_GRANTED");
        }
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        LocalDate closedOn = cases.get(caseId, actor).closedOn();
        if (closedOn != null && day.isAfter(closedOn)) {
            throw Refusal.conflict("ACCESS_NOT_PENDING");
        }
        List<FieldError> errors = new ArrayList<>();
        if (day.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("viewedOn", "IN_FUTURE"));
        }
        LocalDate decidedOn = granted.decidedOn();
        if (decidedOn != null && day.isBefore(decidedOn)) {
            errors.add(FieldError.of("viewedOn", "DATE_TOO_EARLY", decidedOn));
        }
        if (paperIds.isEmpty()) {
            errors.add(FieldError.of("papers", "REQUIRED"));
        }
        if (copiedPages < 0) {
            errors.add(FieldError.of("copiedPages", "TOO_SMALL", 0));
        } else if (copiedPages > MOST_PAGES) {
            errors.add(FieldError.of("copiedPages", "TOO_LARGE", MOST_PAGES));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Map<String, CatalogueEntry> main =
                papers(caseId, actor).stream().collect(Collectors.toMap(CatalogueEntry::sourceId, entry -> entry));
        if (!main.keySet().containsAll(paperIds)) {
            throw Refusal.conflict("ACCESS_SECONDARY");
        }
        String withheld = granted.withheld();
        if (withheld != null) {
            paperIds.stream()
                    .map(id -> Objects.requireNonNull(main.get(id)).title())
                    .filter(withheld::contains)
                    .findFirst()
                    .ifPresent(title -> {
                        throw Refusal.conflict("ACCESS_WITHHELD", title);
                    });
        }
        String titles = paperIds.stream()
                .map(main::get)
                .map(entry -> entry.number() == null ? entry.title() : entry.title() + "（" + entry.number() + "）")
                .collect(Collectors.joining("\n"));
        mapper.insertViewing(
                new Viewing(Ids.next(), accessId, day, titles, copiedPages, actor.userId(), actor.name(), now()));
        events.publishEvent(Act.of(
                        "review.fileViewed",
                        caseId,
                        actor,
                        Map.of("papers", paperIds.size(), "copiedPages", copiedPages))
                .on(day)
                .withPersonal(Map.of("reader", granted.reader())));
    }

    private void answer(
            FileAccess asked,
            State state,
            @Nullable String grounds,
            @Nullable String withheld,
            @Nullable String reason,
            Actor actor) {
        int updated = mapper.updateAnswer(
                asked.id(),
                asked.version(),
                state,
                grounds,
                withheld,
                reason,
                actor.userId(),
                actor.name(),
                actDay.today());
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }

    private static void required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
    }

    private void tell(String kind, FileAccess asked, Actor actor) {
        events.publishEvent(Act.of(kind, asked.caseId(), actor, Map.of("copies", asked.wantsCopies()))
                .withPersonal(Map.of("reader", asked.reader())));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
