package io.mingjing.casefile;

import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.CaseChanged;
import io.mingjing.shared.event.CaseRegistered;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of cases. */
@Service
@Transactional
public class Cases {

    /** Key date of receipt, set by the registration. */
    public static final String RECEIVED = "received";

    private static final int TITLE_LENGTH = 400;

    private final CaseMapper mapper;
    private final CaseVisibility visibility;
    private final CaseNumbering numbering;
    private final CaseIndex index;
    private final KeyDates keyDates;
    private final Parties parties;
    private final LimitRedating limits;
    private final CaseSearching searching;
    private final Organs organs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Cases(
            CaseMapper mapper,
            CaseVisibility visibility,
            CaseNumbering numbering,
            CaseIndex index,
            KeyDates keyDates,
            Parties parties,
            LimitRedating limits,
            CaseSearching searching,
            Organs organs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.numbering = numbering;
        this.index = index;
        this.keyDates = keyDates;
        this.parties = parties;
        this.limits = limits;
        this.searching = searching;
        this.organs = organs;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Enters a case: register number, query code, parties, key date {@value #RECEIVED}. Who may register is for the area
     * to decide; it starts the process afterwards, in the same transaction.
     */
    public CaseFile register(NewCase draft, Actor actor) {
        check(draft);
        Organ government = organs.get(draft.governmentId());
        CaseFile file = new CaseFile(
                Ids.next(),
                draft.area(),
                draft.kind(),
                numbering.register(government.id(), draft.receivedOn()),
                null,
                QueryCodes.next(),
                draft.title().strip(),
                CaseState.OPEN,
                government.id(),
                government.path(),
                organs.bureauOf(government.id()).id(),
                null,
                draft.receivedOn(),
                null,
                null,
                null,
                null,
                1,
                clock.instant());
        mapper.insert(file, CaseChange.titleSort(file.title()), "", actor.userId());
        parties.enter(file, draft.parties(), actor);
        index.refresh(file);
        keyDates.set(file.id(), RECEIVED, draft.receivedOn(), actor);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("registerNo", file.registerNo());
        facts.put("area", file.area().name());
        facts.put("caseKind", file.kind());
        facts.put("governmentId", file.governmentId());
        facts.put("receivedOn", file.receivedOn().toString());
        events.publishEvent(
                Act.of("casefile.registered", file.id(), actor, facts).on(file.receivedOn()));
        events.publishEvent(new CaseRegistered(file.id(), file.area(), file.kind()));
        return file;
    }

    /** The case, if the actor may see it; else it is not there. */
    @Transactional(readOnly = true)
    public CaseFile get(String id, Actor actor) {
        visibility.requireVisible(id, actor);
        return visibility.find(id);
    }

    /** The case, for use inside an act whose permission has been checked. */
    @Transactional(readOnly = true)
    public CaseFile require(String id) {
        return visibility.find(id);
    }

    /** By the code on the applicant's receipt. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> byQueryCode(String queryCode) {
        return mapper.findByQueryCode(queryCode);
    }

    /** The case with exactly that register or case number, for the go-to box. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> byNumber(String number, Actor actor) {
        return mapper.findIdsByNumber(number.strip()).stream()
                .filter(id -> visibility.visible(id, actor))
                .findFirst()
                .map(visibility::find);
    }

    /** Cases in the actor's scope. */
    @Transactional(readOnly = true)
    public CasePage search(CaseQuery query, Actor actor) {
        return searching.search(query, actor);
    }

    /** Locks the case, so that acts on it follow each other; the first lock of every act. */
    public void lock(String caseId) {
        visibility.lock(caseId);
    }

    /**
     * Records on which day something happened. Running limits that count from it move with it.
     *
     * @param name name of the fact as the models use it, such as {@code accepted}
     */
    public void setKeyDate(String caseId, String name, LocalDate on, Actor actor) {
        visibility.lock(caseId);
        visibility.requireVisible(caseId, actor);
        Optional<LocalDate> before = keyDates.find(caseId, name);
        if (before.filter(on::equals).isPresent() || !keyDates.set(caseId, name, on, actor)) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("on", on.toString());
        before.ifPresent(day -> facts.put("before", day.toString()));
        events.publishEvent(Act.of("casefile.keyDateSet", caseId, actor, facts).on(on));
        limits.startMoved(caseId, name, on, actor);
    }

    @Transactional(readOnly = true)
    public Optional<LocalDate> keyDate(String caseId, String name) {
        return keyDates.find(caseId, name);
    }

    /** Key dates by name, in order of time. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> keyDates(String caseId) {
        return keyDates.of(caseId);
    }

    /** The case number, allocated on first use on that day. */
    public String number(String caseId, LocalDate on) {
        return numbering.caseNumber(caseId, on);
    }

    /** Gives the case another title (its handlers, the clerk or the head of the unit). */
    public void rename(String caseId, String title, int version, Actor actor) {
        visibility.lock(caseId);
        visibility.requireHandlerOr(caseId, actor, Role.INTAKE_CLERK, Role.UNIT_HEAD);
        checkTitle(title);
        CaseFile file = visibility.find(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        if (file.version() != version) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        if (title.strip().equals(file.title())) {
            return;
        }
        write(CaseChange.of(file).title(title.strip()).done());
        publish("casefile.renamed", file, Map.of("before", file.title(), "after", title.strip()), null, actor);
    }

    /** Sets the procedure, where the area has several. */
    public void setProcedure(String caseId, String procedure, Actor actor) {
        visibility.lock(caseId);
        CaseFile file = visibility.find(caseId);
        if (procedure.equals(file.procedure())) {
            return;
        }
        write(CaseChange.of(file).procedure(procedure).done());
        publish("casefile.procedureSet", file, Map.of("procedure", procedure), null, actor);
    }

    /** Moves the case to a stage of its main process; nothing happens when it is there or the process is another. */
    void setStage(String caseId, String processKey, String stage) {
        mapper.updateStage(caseId, processKey, stage);
    }

    /**
     * Closes the case.
     *
     * @param outcome code of the area
     * @param on date of the closing document (DOMAIN.md 3.12)
     */
    public void close(String caseId, String outcome, LocalDate on, Actor actor) {
        visibility.lock(caseId);
        CaseFile file = visibility.find(caseId);
        if (file.state() != CaseState.OPEN) {
            throw Refusal.conflict("CASE_NOT_OPEN", file.number());
        }
        write(CaseChange.of(file).closed(outcome, on).done());
        publish("casefile.closed", file, Map.of("outcome", outcome, "on", on.toString()), on, actor);
    }

    /** Archives a closed case; afterwards nothing in it changes. */
    public void archive(String caseId, LocalDate on, Actor actor) {
        visibility.lock(caseId);
        CaseFile file = visibility.find(caseId);
        if (file.state() != CaseState.CLOSED) {
            throw Refusal.conflict("CASE_NOT_CLOSED", file.number());
        }
        write(CaseChange.of(file).archived(on).done());
        publish("casefile.archived", file, Map.of("on", on.toString()), on, actor);
    }

    private void write(CaseFile file) {
        CaseChange.write(mapper, file);
        index.refresh(file);
    }

    private void publish(String kind, CaseFile file, Map<String, Object> facts, @Nullable LocalDate on, Actor actor) {
        events.publishEvent(new Act(kind, file.id(), actor, facts, Map.of(), on));
        events.publishEvent(new CaseChanged(file.id()));
    }

    private void check(NewCase draft) {
        checkTitle(draft.title());
        List<FieldError> errors = new ArrayList<>();
        if (draft.receivedOn().isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("receivedOn", "IN_FUTURE"));
        }
        if (draft.parties().isEmpty()) {
            errors.add(FieldError.of("parties", "REQUIRED"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void checkTitle(String title) {
        if (title.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("title", "REQUIRED")));
        }
        if (title.strip().codePointCount(0, title.strip().length()) > TITLE_LENGTH) {
            throw Refusal.fields(List.of(FieldError.of("title", "TOO_LONG", TITLE_LENGTH)));
        }
    }
}
