package io.mingjing.filing;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.NewCase;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Normative documents submitted for filing, and the register of those filed. */
@Service
@Transactional
public class Filings {

    private final FilingMapper mapper;
    private final Cases cases;
    private final TimeLimits limits;
    private final Organs organs;
    private final People people;
    private final Letters letters;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Filings(
            FilingMapper mapper,
            Cases cases,
            TimeLimits limits,
            Organs organs,
            People people,
            Letters letters,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.limits = limits;
        this.organs = organs;
        this.people = people;
        this.letters = letters;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** A document was submitted; its process may start. */
    public record Submitted(String caseId) {}

    /**
     * Takes a document in for filing and says whether it came within 15 days of publication (LN149 art. 3). A late one is
     * taken in too, and stays marked.
     */
    public CaseFile submit(Submission submission, Actor actor) {
        Organ maker = maker(submission, actor);
        requireSound(submission);
        LocalDate dueOn = Objects.requireNonNull(limits.compute(LimitRequest.of("ND-FILE", submission.publishedOn()))
                .due());
        boolean onTime = !submission.submittedOn().isAfter(dueOn);
        CaseFile file = cases.register(
                new NewCase(
                        Area.FILING,
                        "recordReview",
                        submission.title(),
                        receiverOf(maker),
                        submission.submittedOn(),
                        List.of(NewParty.organ(PartyRole.FILING, maker.id(), maker.name()))),
                actor);
        mapper.insert(file.id(), submission, dueOn, onTime, String.join(",", new TreeSet<>(submission.pack())));
        cases.setKeyDate(file.id(), "published", submission.publishedOn(), actor);
        tell(
                onTime ? "filing.submitted" : "filing.submittedLate",
                file.id(),
                actor,
                Map.of("documentNumber", submission.documentNumber(), "dueOn", dueOn.toString()),
                submission.submittedOn());
        events.publishEvent(new Submitted(file.id()));
        return file;
    }

    /** A contact files for the own organ; the desk and the filing officer may enter what came on paper. */
    private Organ maker(Submission submission, Actor actor) {
        Organ organ = organs.find(submission.organId())
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("filingOrgan", "ORGAN_UNKNOWN"))));
        boolean own = actor.has(Role.ORGAN_CONTACT) && organ.id().equals(actor.organId());
        if (!own && !actor.hasAny(Role.FILING_OFFICER, Role.INTAKE_CLERK)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return organ;
    }

    /** A government files with the next higher one, a department with its own (DOMAIN.md section 6, step 10). */
    private String receiverOf(Organ maker) {
        String parentId = maker.parentId();
        if (!maker.isGovernment() || parentId == null) {
            return maker.governmentId();
        }
        return organs.get(parentId).governmentId();
    }

    private void requireSound(Submission submission) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (submission.submittedOn().isAfter(today)) {
            errors.add(FieldError.of("submittedOn", "IN_FUTURE"));
        }
        if (submission.submittedOn().isBefore(submission.publishedOn())) {
            errors.add(FieldError.of("submittedOn", "BEFORE_PUBLICATION"));
        }
        LocalDate validUntil = submission.validUntil();
        if (validUntil != null && validUntil.isBefore(submission.effectiveOn())) {
            errors.add(FieldError.of("validUntil", "BEFORE_EFFECT"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    public FiledDocument get(String caseId) {
        return mapper.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
    }

    /** A page of the register: documents filed with the governments in the person's scope, newest first. */
    @Transactional(readOnly = true)
    public List<FiledDocument> register(@Nullable LocalDate before, @Nullable String beforeId, int limit, Actor actor) {
        Sight sight = people.sight(actor);
        if (!sight.officer() || !sight.areas().contains(Area.FILING)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        String path = sight.subtree() ? sight.governmentPath() + "%" : sight.governmentPath();
        return mapper.findRegistered(
                path,
                sight.userId(),
                before == null ? LocalDate.of(9999, 12, 31) : before,
                beforeId == null ? "" : beforeId,
                limit);
    }

    /**
     * The register as anybody may read it on the portal: what was registered in every government here, newest first,
     * before the given place.
     */
    @Transactional(readOnly = true)
    public List<FiledDocument> published(@Nullable LocalDate before, @Nullable String beforeId, int limit) {
        LocalDate from = before == null ? LocalDate.of(9999, 12, 31) : before;
        return mapper.findRegistered("%", "", from, beforeId == null ? "" : beforeId, limit);
    }

    /** What the form check came to. */
    public void check(String caseId, String result, Actor actor) {
        FiledDocument document = get(caseId);
        requireOne(mapper.updateCheck(caseId, document.version(), result));
        tell("filing.checked", caseId, actor, Map.of("result", result), null);
    }

    /** The organ completed its pack. */
    public void supplement(String caseId, List<String> items, Actor actor) {
        FiledDocument document = get(caseId);
        TreeSet<String> pack = new TreeSet<>(document.packItems());
        pack.addAll(items);
        requireOne(mapper.updatePack(caseId, document.version(), String.join(",", pack)));
        tell("filing.supplemented", caseId, actor, Map.of("items", String.join(",", items)), actDay.today());
    }

    /** The pack was not completed in time; the officer decides what follows. */
    public void recordNoSupplement(String caseId, LocalDate lastDay) {
        FiledDocument document = get(caseId);
        requireOne(mapper.updateLapsed(caseId, document.version()));
        tell("filing.supplementLapsed", caseId, Actor.SYSTEM, Map.of(), lastDay);
    }

    /** What the record review found. */
    public void conclude(String caseId, String conclusion, @Nullable String opinion, Actor actor) {
        FiledDocument document = get(caseId);
        requireOne(mapper.updateConclusion(caseId, document.version(), conclusion, opinion));
        tell("filing.reviewed", caseId, actor, Map.of("conclusion", conclusion), null);
    }

    public void closeNotInClass(String caseId) {
        cases.close(caseId, "NOT_IN_CLASS", actDay.today(), Actor.SYSTEM);
    }

    /** The notice has been served: the document is in the register under the number of its notice. */
    public void list(String caseId) {
        FiledDocument document = get(caseId);
        Letter notice =
                letters.current(caseId, "registration-notice").orElseThrow(() -> Refusal.conflict("NOT_DECIDED"));
        LocalDate on = Objects.requireNonNull(notice.issuedOn());
        String number = Objects.requireNonNull(notice.number());
        requireOne(mapper.updateRegistered(caseId, document.version(), number, on));
        tell("filing.registered", caseId, Actor.SYSTEM, Map.of("registerNo", number), on);
        cases.close(caseId, String.valueOf(document.conclusion()), on, Actor.SYSTEM);
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
