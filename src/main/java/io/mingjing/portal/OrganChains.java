package io.mingjing.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PersonalTexts;
import io.mingjing.casefile.TaskForm;
import io.mingjing.document.Attachment;
import io.mingjing.document.Deposit;
import io.mingjing.document.Deposits;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.OpenedFile;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an organ makes its answer to a task that is addressed to it: its contact gives it to a colleague 分办, who writes it and
 * gathers the evidence 办理; the head signs 主要负责人审签; the contact hands it in 报送. Until then nobody outside the organ
 * sees any of it: values and papers lie apart from the case, and the log of the case says nothing. The task stays the
 * contact's, who may also complete it without all this; its limit runs on.
 */
@Service
@Transactional
public class OrganChains {

    /** Where an answer stands. */
    public enum State {
        /** 承办: the handler writes it, also after the head sent it back. */
        WRITING,
        /** 待审签 */
        SIGNING,
        /** 已审签: the contact can hand it in. */
        SIGNED,
        /** 已报送 */
        SUBMITTED
    }

    /** Field of a reply that lists the evidence; filled in from the list where the form has it. */
    private static final String EVIDENCE_FIELD = "evidenceList";

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final int MAX_REMARK = 1000;
    private static final int MAX_NAME = 200;
    private static final int MAX_FILES = 60;
    private static final int MAX_PAGES = 100_000;

    private final ChainMapper mapper;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Worklist worklist;
    private final Deposits deposits;
    private final LetterFiles letters;
    private final PersonalTexts texts;
    private final People people;
    private final OrganEvidence evidence;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganChains(
            ChainMapper mapper,
            CaseTasks tasks,
            Cases cases,
            Worklist worklist,
            Deposits deposits,
            LetterFiles letters,
            PersonalTexts texts,
            People people,
            OrganEvidence evidence,
            ObjectMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.tasks = tasks;
        this.cases = cases;
        this.worklist = worklist;
        this.deposits = deposits;
        this.letters = letters;
        this.texts = texts;
        this.people = people;
        this.evidence = evidence;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** One act on the way; {@code act} is ASSIGN, FORWARD, SIGN, RETURN or SUBMIT. */
    public record Step(
            String act,
            String byName,
            @Nullable String toName,
            @Nullable String remark,
            Instant doneAt) {}

    /** A piece of evidence with its file, if there is one. */
    public record Piece(
            String id,
            String name,
            String proves,
            @Nullable Integer pages,
            @Nullable Deposit file) {}

    /** A letter of the case to this organ. */
    public record Notice(
            String letterId, String title, @Nullable String number) {}

    /**
     * An answer in the making, as a member of the organ sees it.
     *
     * @param state null while the contact has given it to nobody
     * @param values what was written so far, by field of the form
     * @param mayAssign the reader is a contact of the organ
     * @param mayWrite the reader may write and gather evidence now
     * @param maySign it waits for the reader's signature
     * @param maySubmit the reader may hand it in now
     */
    public record View(
            String taskId,
            String caseId,
            String caseNumber,
            String title,
            String taskName,
            String definitionKey,
            @Nullable LocalDate dueOn,
            @Nullable State state,
            @Nullable String handlerName,
            @Nullable String signerName,
            Map<String, Object> values,
            List<Piece> evidence,
            List<Notice> notices,
            List<Step> steps,
            int version,
            boolean mayAssign,
            boolean mayWrite,
            boolean maySign,
            boolean maySubmit) {
        public View {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
            evidence = List.copyOf(evidence);
            notices = List.copyOf(notices);
            steps = List.copyOf(steps);
        }
    }

    /** A line of a member's list. */
    public record Line(
            String taskId,
            String caseNumber,
            String title,
            String taskName,
            @Nullable LocalDate dueOn,
            State state) {}

    /** What waits for this member of an organ to write or to sign, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Line> mine(Actor actor) {
        return mapper.findOfPerson(actor.userId()).stream()
                .filter(row -> row.state() == State.WRITING && row.handlerId().equals(actor.userId())
                        || row.state() == State.SIGNING && actor.userId().equals(row.signerId()))
                .map(row -> {
                    CaseFile file = cases.require(row.caseId());
                    LocalDate due = mapper.findTask(row.taskId())
                            .map(ChainMapper.TaskRow::dueOn)
                            .orElse(null);
                    return new Line(row.taskId(), file.number(), file.title(), row.taskName(), due, row.state());
                })
                .toList();
    }

    /** How far the answer to a task is; empty where the contact has given it to nobody. */
    @Transactional(readOnly = true)
    public Optional<State> state(String taskId) {
        return mapper.find(taskId).map(ChainMapper.Row::state);
    }

    /** @throws Refusal {@code TASK_GONE} where it is not open, or not this reader's */
    @Transactional(readOnly = true)
    public View view(String taskId, Actor actor) {
        Access access = access(taskId, actor);
        ChainMapper.TaskRow task = access.task();
        ChainMapper.Row row = access.row();
        CaseFile file = cases.require(task.caseId());
        State state = row == null ? null : row.state();
        return new View(
                taskId,
                task.caseId(),
                file.number(),
                file.title(),
                task.name(),
                task.definitionKey(),
                task.dueOn(),
                state,
                row == null ? null : row.handlerName(),
                row == null ? null : row.signerName(),
                row == null ? Map.of() : values(row),
                row == null ? List.of() : pieces(taskId),
                notices(task),
                row == null ? List.of() : mapper.findSteps(taskId),
                row == null ? 0 : row.version(),
                access.contact(),
                mayWrite(access, actor),
                row != null && state == State.SIGNING && actor.userId().equals(row.signerId()),
                access.contact() && state == State.SIGNED);
    }

    /** The form of the task, for those who make the answer; what they wrote is in the view. */
    @Transactional(readOnly = true)
    public TaskForm form(String taskId, Actor actor) {
        access(taskId, actor);
        return tasks.form(taskId, Actor.SYSTEM);
    }

    /** People of the organ to whom the contact may give it, or who may sign. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(String taskId, Actor actor) {
        String organId = organ(access(taskId, actor));
        return people.inOrgan(organId).stream()
                .filter(person -> person.active() && (person.has(Role.ORGAN_STAFF) || person.has(Role.ORGAN_CONTACT)))
                .toList();
    }

    /**
     * 分办: the contact gives it to a colleague, or from one to another; what was written goes along.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code ORGAN_COLLEAGUE}, {@code CHAIN_STATE}
     */
    public void assign(String taskId, String handlerId, String remark, Actor actor) {
        Access access = access(taskId, actor);
        requireContact(access);
        Person handler = colleague(taskId, handlerId, actor);
        ChainMapper.Row row = access.row();
        if (row == null) {
            PersonalTexts.Sealed empty = seal(taskId, Map.of());
            mapper.insert(new ChainMapper.Row(
                    taskId,
                    access.task().caseId(),
                    organ(access),
                    access.task().name(),
                    State.WRITING,
                    handler.id(),
                    handler.name(),
                    null,
                    null,
                    empty.text(),
                    empty.keyId(),
                    now(),
                    1));
        } else {
            requireState(row, State.WRITING);
            write(new ChainMapper.Row(
                    taskId,
                    row.caseId(),
                    row.organId(),
                    row.taskName(),
                    State.WRITING,
                    handler.id(),
                    handler.name(),
                    null,
                    null,
                    row.content(),
                    row.contentKey(),
                    now(),
                    row.version()));
        }
        step(taskId, "ASSIGN", handler.name(), remark, actor);
    }

    /** 办理: keeps what was written; whether it is complete is asked when it is handed in. */
    public void save(String taskId, Map<String, ?> values, Actor actor) {
        ChainMapper.Row row = requireWriter(taskId, actor);
        PersonalTexts.Sealed sealed = seal(taskId, values);
        write(with(row, row.state(), row.signerId(), row.signerName(), sealed));
    }

    /**
     * Adds a piece of evidence, with a file or without.
     *
     * @throws Refusal {@code FIELDS} and as {@link Deposits#leave}
     */
    public void addEvidence(
            String taskId,
            String name,
            String proves,
            @Nullable Integer pages,
            @Nullable String fileName,
            @Nullable InputStream in,
            Actor actor) {
        requireWriter(taskId, actor);
        List<FieldError> errors = new ArrayList<>();
        require("evidenceName", name, MAX_NAME, errors);
        require("evidenceProves", proves, MAX_REMARK, errors);
        if (pages != null && (pages < 1 || pages > MAX_PAGES)) {
            errors.add(FieldError.of("evidencePages", "PATTERN"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        String depositId = in == null || fileName == null
                ? null
                : deposits.leave(
                                place(taskId),
                                name.strip()
                                        .substring(0, Math.min(100, name.strip().length())),
                                fileName,
                                in,
                                io.mingjing.document.Attachments.MAX_SIZE,
                                MAX_FILES)
                        .id();
        mapper.insertEvidence(
                new ChainMapper.EvidenceRow(Ids.next(), taskId, name.strip(), proves.strip(), pages, depositId));
    }

    public void removeEvidence(String taskId, String id, Actor actor) {
        requireWriter(taskId, actor);
        mapper.findEvidence(taskId).stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .ifPresent(piece -> {
                    mapper.deleteEvidence(id, taskId);
                    if (piece.depositId() != null) {
                        deposits.remove(place(taskId), piece.depositId());
                    }
                });
    }

    /** The file of a piece of evidence, for members of the organ who make the answer. */
    @Transactional(readOnly = true)
    public OpenedFile openEvidence(String taskId, String depositId, Actor actor) {
        access(taskId, actor);
        return deposits.open(place(taskId), depositId);
    }

    /** A letter of the case to this organ, for members who make the answer. */
    @Transactional(readOnly = true)
    public OpenedFile openNotice(String taskId, String letterId, Actor actor) {
        ChainMapper.TaskRow task = access(taskId, actor).task();
        return mapper.findLettersOfCase(task.caseId(), organ(task)).stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .map(letter -> letters.ofRecipient(letterId, letter.partyId()))
                .orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
    }

    /**
     * 送审签: to the head.
     *
     * @throws Refusal {@code SIGNER_IS_HANDLER}: nobody signs what they wrote
     */
    public void forward(String taskId, String signerId, String remark, Actor actor) {
        ChainMapper.Row row = requireWriter(taskId, actor);
        Person signer = colleague(taskId, signerId, actor);
        if (signer.id().equals(row.handlerId()) || signer.id().equals(actor.userId())) {
            throw Refusal.conflict("SIGNER_IS_HANDLER");
        }
        write(with(row, State.SIGNING, signer.id(), signer.name(), null));
        step(taskId, "FORWARD", signer.name(), remark, actor);
    }

    /**
     * 主要负责人审签: the head agrees, or sends it back with a reason.
     *
     * @throws Refusal {@code NOT_SIGNER}, {@code CHAIN_STATE}, {@code FIELDS}
     */
    public void sign(String taskId, boolean agreed, String opinion, Actor actor) {
        ChainMapper.Row row = requireRow(access(taskId, actor));
        requireState(row, State.SIGNING);
        if (!actor.userId().equals(row.signerId())) {
            throw Refusal.forbidden("NOT_SIGNER");
        }
        if (!agreed && opinion.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("opinion", "REQUIRED")));
        }
        write(with(row, agreed ? State.SIGNED : State.WRITING, row.signerId(), row.signerName(), null));
        step(taskId, agreed ? "SIGN" : "RETURN", agreed ? null : row.handlerName(), opinion, actor);
    }

    /**
     * 报送: the contact completes the task with what was signed; papers and evidence go into the case.
     *
     * @throws Refusal {@code CHAIN_STATE} before it was signed, and as {@link Worklist#complete}
     */
    public void submit(String taskId, Actor actor) {
        ChainMapper.TaskRow task = access(taskId, actor).task();
        cases.lock(task.caseId());
        Access access = access(taskId, actor);
        requireContact(access);
        ChainMapper.Row row = requireRow(access);
        requireState(row, State.SIGNED);
        TaskItem item = worklist.get(taskId, actor);
        if (item.assignee() == null) {
            worklist.claim(taskId, actor);
        }
        List<Piece> pieces = pieces(taskId);
        Map<String, String> filed = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Deposit file = piece.file();
            if (file != null) {
                Attachment attachment = deposits.file(file, row.caseId(), taskId, file.label(), actor);
                filed.put(piece.id(), attachment.id());
            }
        }
        Map<String, Object> values = new LinkedHashMap<>(values(row));
        if (!pieces.isEmpty() && listsEvidence(taskId)) {
            evidence.handIn(row.caseId(), pieces, filed, actor);
            values.put(EVIDENCE_FIELD, listed(pieces));
        }
        write(with(row, State.SUBMITTED, row.signerId(), row.signerName(), null));
        step(taskId, "SUBMIT", null, "", actor);
        deposits.clear(place(taskId));
        worklist.complete(taskId, values, actor);
    }

    /** The reply to an application lists evidence; what is handed in with reports and other answers are papers. */
    private boolean listsEvidence(String taskId) {
        return tasks.form(taskId, Actor.SYSTEM).form().field(EVIDENCE_FIELD).isPresent();
    }

    private static String listed(List<Piece> pieces) {
        StringBuilder list = new StringBuilder();
        int n = 0;
        for (Piece piece : pieces) {
            list.append(n == 0 ? "" : "\n").append(++n).append(". ").append(piece.name());
            if (piece.pages() != null) {
                list.append("（").append(piece.pages()).append("页）");
            }
            list.append("：").append(piece.proves());
        }
        return list.toString();
    }

    /** What a reader has to do with the task. */
    private record Access(ChainMapper.TaskRow task, ChainMapper.@Nullable Row row, boolean contact) {}

    private Access access(String taskId, Actor actor) {
        ChainMapper.TaskRow task = mapper.findTask(taskId)
                .filter(found -> found.organId() != null)
                .orElseThrow(() -> Refusal.conflict("TASK_GONE"));
        ChainMapper.Row row = mapper.find(taskId).orElse(null);
        boolean contact = people.sight(actor).poolKeys().contains(Sight.poolKey(Role.ORGAN_CONTACT, organ(task)));
        boolean member = row != null
                && (row.handlerId().equals(actor.userId()) || actor.userId().equals(row.signerId()))
                && row.organId().equals(actor.organId());
        if (!contact && !member) {
            throw Refusal.conflict("TASK_GONE");
        }
        return new Access(task, row, contact);
    }

    private static boolean mayWrite(Access access, Actor actor) {
        ChainMapper.Row row = access.row();
        return row != null
                && row.state() == State.WRITING
                && (access.contact() || row.handlerId().equals(actor.userId()));
    }

    private ChainMapper.Row requireWriter(String taskId, Actor actor) {
        Access access = access(taskId, actor);
        ChainMapper.Row row = requireRow(access);
        requireState(row, State.WRITING);
        if (!mayWrite(access, actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return row;
    }

    private static ChainMapper.Row requireRow(Access access) {
        if (access.row() == null) {
            throw Refusal.conflict("CHAIN_STATE");
        }
        return access.row();
    }

    private static void requireState(ChainMapper.Row row, State state) {
        if (row.state() != state) {
            throw Refusal.conflict("CHAIN_STATE");
        }
    }

    private static void requireContact(Access access) {
        if (!access.contact()) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }

    private Person colleague(String taskId, String userId, Actor actor) {
        return colleagues(taskId, actor).stream()
                .filter(person -> person.id().equals(userId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("ORGAN_COLLEAGUE"));
    }

    private static String organ(Access access) {
        return organ(access.task());
    }

    private static String organ(ChainMapper.TaskRow task) {
        return java.util.Objects.requireNonNull(task.organId());
    }

    private List<Notice> notices(ChainMapper.TaskRow task) {
        return mapper.findLettersOfCase(task.caseId(), organ(task)).stream()
                .map(letter -> new Notice(letter.id(), letter.title(), letter.letterNumber()))
                .toList();
    }

    private List<Piece> pieces(String taskId) {
        return mapper.findEvidence(taskId).stream()
                .map(row -> new Piece(
                        row.id(),
                        row.name(),
                        row.proves(),
                        row.pages(),
                        row.depositId() == null
                                ? null
                                : deposits.find(place(taskId), row.depositId()).orElse(null)))
                .toList();
    }

    private ChainMapper.Row with(
            ChainMapper.Row row,
            State state,
            @Nullable String signerId,
            @Nullable String signerName,
            PersonalTexts.@Nullable Sealed content) {
        return new ChainMapper.Row(
                row.taskId(),
                row.caseId(),
                row.organId(),
                row.taskName(),
                state,
                row.handlerId(),
                row.handlerName(),
                signerId,
                signerName,
                content == null ? row.content() : content.text(),
                content == null ? row.contentKey() : content.keyId(),
                now(),
                row.version());
    }

    private void write(ChainMapper.Row row) {
        if (mapper.update(row) != 1) {
            throw Refusal.conflict("CHAIN_STATE");
        }
    }

    /** Kept with the chain and, without any content, outside the log of the case: the bureau does not read along. */
    private void step(String taskId, String act, @Nullable String toName, String remark, Actor actor) {
        String said = remark.strip();
        if (said.length() > MAX_REMARK) {
            throw Refusal.fields(List.of(FieldError.of("remark", "TOO_LONG", MAX_REMARK, said.length())));
        }
        mapper.insertStep(
                Ids.next(),
                taskId,
                actor.userId(),
                new Step(act, actor.name(), toName, said.isEmpty() ? null : said, now()));
        events.publishEvent(Act.of("portal.chainStepped", null, actor, Map.of("taskId", taskId, "step", act)));
    }

    private static void require(String field, String text, int max, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (text.strip().length() > max) {
            errors.add(FieldError.of(field, "TOO_LONG", max, text.strip().length()));
        }
    }

    private Map<String, Object> values(ChainMapper.Row row) {
        try {
            return json.readValue(
                    texts.open(new PersonalTexts.Sealed(row.content(), row.contentKey()), "organ/" + row.taskId()),
                    VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PersonalTexts.Sealed seal(String taskId, Map<String, ?> values) {
        try {
            return texts.seal(json.writeValueAsString(values), "organ/" + taskId);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(String taskId) {
        return "organ/" + taskId;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
