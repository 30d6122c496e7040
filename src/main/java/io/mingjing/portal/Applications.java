package io.mingjing.portal;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.PersonalTexts;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.Deposit;
import io.mingjing.document.Deposits;
import io.mingjing.document.Numbers;
import io.mingjing.document.OpenedFile;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.portal.Drafts.Draft;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.IntakeFacts;
import io.mingjing.review.KnownHow;
import io.mingjing.review.NewApplication;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications that were sent through the portal. Where the portal is the designated channel, sending registers the case
 * on the day of arrival (实施条例 art. 28); elsewhere the application waits for the desk, as a pre-registration.
 */
@Service
@Transactional
public class Applications {

    /** What became of it. */
    public enum State {
        /** 预登记: waits for the desk. */
        WAITING,
        REGISTERED,
        /** The desk took it for no application; the reason is shown. */
        DECLINED
    }

    private static final String PROCESS = "administrativeReview";
    private static final String COUNTER = "portal";
    private static final int WAITING_SHOWN = 200;
    private static final int MAX_REASON = 500;

    private final ApplicationMapper mapper;
    private final Drafts drafts;
    private final Questions questions;
    private final ReviewingOrgans reviewing;
    private final Channels channels;
    private final PersonalTexts texts;
    private final Reviews reviews;
    private final AcceptanceReviews acceptances;
    private final Cases cases;
    private final CaseTasks tasks;
    private final ElectronicService service;
    private final Parties parties;
    private final Attachments attachments;
    private final Deposits deposits;
    private final Numbers numbers;
    private final Organs organs;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Applications(
            ApplicationMapper mapper,
            Drafts drafts,
            Questions questions,
            ReviewingOrgans reviewing,
            Channels channels,
            PersonalTexts texts,
            Reviews reviews,
            AcceptanceReviews acceptances,
            Cases cases,
            CaseTasks tasks,
            ElectronicService service,
            Parties parties,
            Attachments attachments,
            Deposits deposits,
            Numbers numbers,
            Organs organs,
            People people,
            MessageSource messages,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.drafts = drafts;
        this.questions = questions;
        this.reviewing = reviewing;
        this.channels = channels;
        this.texts = texts;
        this.reviews = reviews;
        this.acceptances = acceptances;
        this.cases = cases;
        this.tasks = tasks;
        this.service = service;
        this.parties = parties;
        this.attachments = attachments;
        this.deposits = deposits;
        this.numbers = numbers;
        this.organs = organs;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What the applicant gets for it.
     *
     * @param number register number 收件号, or number of the pre-registration while it waits
     * @param code code by which it is tracked
     * @param arrivedAt when it reached the system
     * @param receivedOn legal day of receipt; null while it waits
     * @param files names of what came with it
     */
    public record Receipt(
            State state,
            String number,
            String code,
            Instant arrivedAt,
            @Nullable LocalDate receivedOn,
            String government,
            String applicant,
            String respondent,
            String actName,
            List<String> files) {
        public Receipt {
            files = List.copyOf(files);
        }
    }

    /** One that waits for the desk. */
    public record Waiting(
            String id,
            String number,
            Instant arrivedAt,
            String applicant,
            String respondent,
            boolean respondentChosen,
            Map<String, String> values,
            List<Deposit> files,
            int version) {
        public Waiting {
            values = Map.copyOf(values);
            files = List.copyOf(files);
        }
    }

    /** The check page: what the answers say and where the application will go; refused while a step is not complete. */
    @Transactional(readOnly = true)
    public Organ addressee(Draft draft) {
        requireComplete(draft.values());
        return reviewing.of(draft.values());
    }

    /** Whether it will be received on the day on which it is sent. */
    @Transactional(readOnly = true)
    public boolean receivedAtOnce(Organ government) {
        return channels.designated(government.id());
    }

    /**
     * Sends a draft. Sending twice is one application: the second answers what the first did.
     *
     * @throws Refusal {@code FIELDS} while a step is not complete, {@code DRAFT_UNKNOWN}
     */
    public void send(String typedCode) {
        String code = Codes.normal(typedCode);
        Optional<Draft> draft = drafts.lock(code);
        if (draft.isEmpty()) {
            if (mapper.findByCode(Codes.digest(code)).isEmpty()) {
                throw Refusal.notFound("DRAFT_UNKNOWN");
            }
            return;
        }
        Draft sent = draft.get();
        requireComplete(sent.values());
        Map<String, String> values = Questions.answered(sent.values());
        Organ government = reviewing.of(values);
        if (channels.designated(government.id())) {
            receive(sent, values, government, code);
        } else {
            keepWaiting(sent, values, government, code);
        }
        drafts.sent(sent);
    }

    private void receive(Draft draft, Map<String, String> values, Organ government, String code) {
        LocalDate today = LocalDate.now(clock);
        CaseFile file = reviews.registerOnline(application(values, today, null), government.id());
        acceptances.enter(file.id(), facts(values));
        tasks.completeStart(file.id(), PROCESS, startForm(values, today, null), draft.id(), Actor.PUBLIC);
        consent(values, file.id());
        fileAll(draft.id(), draft.files(), file.id(), Actor.PUBLIC);
        mapper.insert(new ApplicationMapper.Row(
                draft.id(),
                government.id(),
                State.REGISTERED,
                file.registerNo(),
                Codes.digest(code),
                "",
                "",
                file.id(),
                now(),
                null,
                1));
        events.publishEvent(Act.of(
                        "portal.applicationReceived",
                        file.id(),
                        Actor.PUBLIC,
                        Map.of("registerNo", file.registerNo(), "arrivedAt", now().toString()))
                .on(today));
    }

    private void keepWaiting(Draft draft, Map<String, String> values, Organ government, String code) {
        int year = LocalDate.now(clock).getYear();
        String number = "网预〔" + year + "〕" + numbers.next(government.id(), COUNTER, year) + "号";
        PersonalTexts.Sealed sealed = texts.seal(drafts.write(values), place(draft.id()));
        mapper.insert(new ApplicationMapper.Row(
                draft.id(),
                government.id(),
                State.WAITING,
                number,
                Codes.digest(code),
                sealed.text(),
                sealed.keyId(),
                null,
                now(),
                null,
                1));
        events.publishEvent(Act.of(
                "portal.applicationArrived",
                null,
                Actor.PUBLIC,
                Map.of("number", number, "government", government.name())));
    }

    /** The receipt of what was sent with that code; empty where nothing was. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receipt(String typedCode) {
        String code = Codes.normal(typedCode);
        return mapper.findByCode(Codes.digest(code)).map(row -> receipt(row, code));
    }

    /** Why the desk took it for no application; empty where it did not. */
    @Transactional(readOnly = true)
    public Optional<String> declineReason(String typedCode) {
        return mapper.findByCode(Codes.digest(Codes.normal(typedCode))).map(ApplicationMapper.Row::declineReason);
    }

    /** The receipt of a case that came through the portal. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receiptOfCase(String caseId) {
        return mapper.findByCase(caseId).map(row -> receipt(row, ""));
    }

    private Receipt receipt(ApplicationMapper.Row row, String code) {
        String government = organs.get(row.governmentId()).name();
        String caseId = row.caseId();
        if (caseId == null) {
            Map<String, String> values = values(row);
            return new Receipt(
                    row.state(),
                    row.number(),
                    code,
                    row.arrivedAt(),
                    null,
                    government,
                    Questions.text(values, "applicantName"),
                    questions.respondentName(values),
                    Questions.text(values, "actName"),
                    deposits.of(Drafts.place(row.id())).stream()
                            .map(Deposit::fileName)
                            .toList());
        }
        CaseFile file = cases.require(caseId);
        List<Party> all = parties.of(caseId);
        return new Receipt(
                row.state(),
                file.registerNo(),
                file.queryCode(),
                row.arrivedAt(),
                file.receivedOn(),
                government,
                name(all, PartyRole.APPLICANT),
                name(all, PartyRole.RESPONDENT),
                reviews.get(caseId).actName(),
                attachments.of(caseId, Actor.PUBLIC).stream()
                        .filter(attachment -> !attachment
                                .uploadedAt()
                                .isAfter(file.registeredAt().plusSeconds(60)))
                        .map(Attachment::fileName)
                        .toList());
    }

    /** What waits for the actor's desk, oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        requireDesk(actor);
        return mapper.findWaiting(people.sight(actor).governmentId(), WAITING_SHOWN).stream()
                .map(this::waiting)
                .toList();
    }

    /** @throws Refusal {@code APPLICATION_NOT_FOUND}, also where it waits for another desk or no more */
    @Transactional(readOnly = true)
    public Waiting waiting(String id, Actor actor) {
        return waiting(require(id, actor));
    }

    /** One of the files that came with it. */
    @Transactional(readOnly = true)
    public OpenedFile openFile(String id, String fileId, Actor actor) {
        return deposits.open(Drafts.place(require(id, actor).id()), fileId);
    }

    /**
     * The desk takes it for an application: the case is registered.
     *
     * @param receivedOn day of receipt, from the day of arrival to today
     * @param respondentId organ of the directory, where the applicant could only name one; null leaves the name
     * @throws Refusal {@code FIELDS}, {@code APPLICATION_DECIDED}
     */
    public CaseFile confirm(String id, int version, LocalDate receivedOn, @Nullable String respondentId, Actor actor) {
        ApplicationMapper.Row row = require(id, actor);
        LocalDate arrived = LocalDate.ofInstant(row.arrivedAt(), clock.getZone());
        if (receivedOn.isBefore(arrived)) {
            throw Refusal.fields(List.of(FieldError.of("receivedOn", "DATE_TOO_EARLY", arrived.toString())));
        }
        Map<String, String> values = values(row);
        CaseFile file = reviews.register(application(values, receivedOn, respondentId), actor);
        acceptances.enter(file.id(), facts(values));
        tasks.completeStart(file.id(), PROCESS, startForm(values, receivedOn, respondentId), row.id(), actor);
        consent(values, file.id());
        fileAll(row.id(), deposits.of(Drafts.place(row.id())), file.id(), Actor.PUBLIC);
        if (mapper.updateRegistered(id, version, file.id(), actor.userId(), actor.name(), now()) != 1) {
            throw Refusal.conflict("APPLICATION_DECIDED");
        }
        events.publishEvent(Act.of(
                        "portal.applicationConfirmed",
                        file.id(),
                        actor,
                        Map.of("number", row.number(), "registerNo", file.registerNo()))
                .on(receivedOn));
        return file;
    }

    /**
     * The desk takes it for no application.
     *
     * @param reason shown to whoever sent it
     */
    public void decline(String id, int version, String reason, Actor actor) {
        ApplicationMapper.Row row = require(id, actor);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
        if (why.length() > MAX_REASON) {
            throw Refusal.fields(List.of(FieldError.of("reason", "TOO_LONG", MAX_REASON, why.length())));
        }
        if (mapper.updateDeclined(id, version, why, actor.userId(), actor.name(), now()) != 1) {
            throw Refusal.conflict("APPLICATION_DECIDED");
        }
        events.publishEvent(Act.of("portal.applicationDeclined", null, actor, Map.of("number", row.number())));
    }

    private ApplicationMapper.Row require(String id, Actor actor) {
        requireDesk(actor);
        return mapper.find(id)
                .filter(row -> row.state() == State.WAITING
                        && row.governmentId().equals(people.sight(actor).governmentId()))
                .orElseThrow(() -> Refusal.notFound("APPLICATION_NOT_FOUND"));
    }

    private Waiting waiting(ApplicationMapper.Row row) {
        Map<String, String> values = values(row);
        return new Waiting(
                row.id(),
                row.number(),
                row.arrivedAt(),
                Questions.text(values, "applicantName"),
                questions.respondentName(values),
                values.containsKey("respondentOrgan"),
                values,
                deposits.of(Drafts.place(row.id())),
                row.version());
    }

    private void consent(Map<String, String> values, String caseId) {
        String address = values.get("serviceAddress");
        if (values.containsKey("electronicService") && address != null) {
            service.consent(caseId, address);
            service.received(caseId);
        }
    }

    private void fileAll(String id, List<Deposit> files, String caseId, Actor actor) {
        for (Deposit file : files) {
            String label =
                    messages.getMessage("portal.file." + file.label(), null, file.label(), Locale.SIMPLIFIED_CHINESE);
            deposits.file(file, caseId, null, label == null ? file.label() : label, actor);
        }
        deposits.clear(Drafts.place(id));
    }

    private void requireComplete(Map<String, String> values) {
        List<FieldError> faults = new ArrayList<>();
        for (Questions.Step step : Questions.Step.values()) {
            faults.addAll(questions.faults(step, values));
        }
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
    }

    private NewApplication application(
            Map<String, String> values, LocalDate receivedOn, @Nullable String respondentId) {
        return new NewApplication(
                receivedOn,
                "ONLINE",
                Questions.text(values, "actName"),
                values.get("actNumber"),
                Questions.text(values, "actKind"),
                Questions.date(values, "actMadeOn"),
                Questions.date(values, "knownOn"),
                Questions.text(values, "requests"),
                Questions.text(values, "reasons"),
                null,
                values.get("documentName"),
                values.containsKey("compensationClaimed"),
                parties(values, respondentId));
    }

    /** From when the time to apply runs, as the applicant says. */
    private static IntakeFacts facts(Map<String, String> values) {
        String knownHow = values.get("knownHow");
        return IntakeFacts.said(
                knownHow == null ? null : KnownHow.valueOf(knownHow),
                !"NO".equals(values.get("rightsTold")),
                Questions.date(values, "requestedOn"));
    }

    private List<NewParty> parties(Map<String, String> values, @Nullable String respondentId) {
        List<NewParty> all = new ArrayList<>();
        all.add(new NewParty(
                PartyRole.APPLICANT,
                PartyKind.valueOf(Questions.text(values, "applicantKind")),
                Questions.text(values, "applicantName"),
                null,
                null,
                values.get("applicantIdNumber"),
                values.get("applicantPhone"),
                email(values),
                values.get("applicantAddress")));
        for (String name : Questions.text(values, "coApplicants").split("\\R")) {
            if (!name.isBlank()) {
                all.add(NewParty.person(PartyRole.APPLICANT, name.strip()));
            }
        }
        String agent = values.get("agentName");
        if (agent != null) {
            all.add(new NewParty(
                    PartyRole.AGENT, PartyKind.PERSON, agent, null, null, null, values.get("agentPhone"), null, null));
        }
        String organId = respondentId == null ? values.get("respondentOrgan") : respondentId;
        if (organId == null) {
            all.add(new NewParty(
                    PartyRole.RESPONDENT,
                    PartyKind.ORGANISATION,
                    Questions.text(values, "respondentName"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        } else {
            Organ respondent = organs.find(organId)
                    .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("respondentOrgan", "ORGAN_UNKNOWN"))));
            all.add(NewParty.organ(PartyRole.RESPONDENT, respondent.id(), respondent.name()));
        }
        return all;
    }

    private static @Nullable String email(Map<String, String> values) {
        String address = values.get("serviceAddress");
        return address != null && address.contains("@") ? address : null;
    }

    /** What was sent, in the words of the start form: the submission of the case. */
    private static Map<String, Object> startForm(
            Map<String, String> values, LocalDate receivedOn, @Nullable String respondentId) {
        Map<String, Object> form = new LinkedHashMap<>(values);
        form.put("receivedOn", receivedOn);
        form.put("channel", "ONLINE");
        if (respondentId != null) {
            form.put("respondentOrgan", respondentId);
        }
        for (String day : List.of("actMadeOn", "knownOn", "requestedOn")) {
            LocalDate date = Questions.date(values, day);
            if (date != null) {
                form.put(day, date);
            }
        }
        for (String tick : List.of("electronicService", "documentReview", "compensationClaimed")) {
            form.put(tick, values.containsKey(tick));
        }
        return form;
    }

    private Map<String, String> values(ApplicationMapper.Row row) {
        return drafts.read(texts.open(new PersonalTexts.Sealed(row.content(), row.contentKey()), place(row.id())));
    }

    private static String name(List<Party> all, PartyRole role) {
        return all.stream()
                .filter(party -> party.role() == role)
                .map(Party::name)
                .findFirst()
                .orElse("");
    }

    private static String place(String id) {
        return "portal-application/" + id;
    }

    private static void requireDesk(Actor actor) {
        if (!actor.hasAny(Role.INTAKE_CLERK, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
