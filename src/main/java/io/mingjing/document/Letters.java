package io.mingjing.document;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterApproved;
import io.mingjing.shared.event.LetterIssued;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a case from the first draft to the last service. A letter goes through its approval chain in order;
 * nobody approves what they have written; once issued it is frozen, and its number is never given again.
 */
@Service
@Transactional
public class Letters {

    private static final int MAX_OPINION = 2000;
    private static final int MAX_REASON = 500;
    private static final int MAX_NAME = 100;

    private final LetterMapper mapper;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final LetterPrinter printer;
    private final LetterDispatch dispatch;
    private final FileStore files;
    private final Attachments attachments;
    private final CaseAccess access;
    private final ApprovalChains chains;
    private final LetterNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // The case module implements access, chains and numbers and uses this class: looked up when first needed.
    Letters(
            LetterMapper mapper,
            LetterTypes types,
            LetterDrafts drafts,
            LetterPrinter printer,
            LetterDispatch dispatch,
            FileStore files,
            Attachments attachments,
            @Lazy CaseAccess access,
            @Lazy ApprovalChains chains,
            @Lazy LetterNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.types = types;
        this.drafts = drafts;
        this.printer = printer;
        this.dispatch = dispatch;
        this.files = files;
        this.attachments = attachments;
        this.access = access;
        this.chains = chains;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the first draft. Facts of the case fill the fields that are not given; fields that the letter does not have
     * are left aside.
     *
     * @throws Refusal {@code LETTER_TYPE_UNKNOWN}, {@code LETTER_AREA}, {@code LETTER_OPEN}, {@code LETTER_RECIPIENTS},
     *     {@code LETTER_CHAIN}, {@code LETTER_FIELDS_MISSING}
     */
    public Letter draft(String caseId, String type, Map<String, ?> fields, List<Recipient> recipients, Actor actor) {
        requireHandler(caseId, actor);
        LetterType kind = types.get(type);
        if (!kind.folder().equals(access.areaFolder(caseId))) {
            throw Refusal.invalid("LETTER_AREA", kind.title());
        }
        if (of(caseId).stream().anyMatch(letter -> letter.type().equals(type) && inHand(letter))) {
            throw Refusal.conflict("LETTER_OPEN", kind.title());
        }
        Set<String> distinct = recipients.stream().map(Recipient::partyId).collect(Collectors.toSet());
        if (recipients.isEmpty() || distinct.size() < recipients.size()) {
            throw Refusal.invalid("LETTER_RECIPIENTS", kind.title());
        }
        Letter letter = new Letter(
                Ids.next(),
                caseId,
                type,
                kind.title(),
                LetterState.DRAFT,
                null,
                null,
                0,
                1,
                chain(kind, caseId),
                null,
                null,
                actor.userId(),
                now(),
                null);
        mapper.insert(LetterRow.of(letter));
        drafts.write(letter, kind, Map.of(), fields, actor);
        for (int i = 0; i < recipients.size(); i++) {
            mapper.insertRecipient(letter.id(), i, recipients.get(i));
        }
        events.publishEvent(act("document.letterDrafted", letter, actor, Map.of("draft", 1)));
        return letter;
    }

    /**
     * Writes a further draft over the last one; fields that are not given stay as they were. Approvals given so far are
     * history without effect.
     *
     * @throws Refusal {@code LETTER_STATE} once the letter is issued or void, {@code LETTER_FIELDS_MISSING}
     */
    public Letter revise(String letterId, Map<String, ?> fields, Actor actor) {
        Letter letter = get(letterId);
        requireHandler(letter.caseId(), actor);
        if (!inHand(letter)) {
            throw wrongState(letter);
        }
        LetterType kind = types.get(letter.type());
        Letter revised = update(letter, LetterState.DRAFT, letter.draftNo() + 1, chain(kind, letter.caseId()));
        drafts.write(revised, kind, drafts.values(letter), fields, actor);
        mapper.updateApprovalsVoided(letterId);
        events.publishEvent(act("document.letterRevised", revised, actor, Map.of("draft", revised.draftNo())));
        return revised;
    }

    /**
     * One level agrees.
     *
     * @throws Refusal {@code LETTER_STATE}, {@code APPROVAL_ROLE}, {@code OWN_DRAFT}, {@code APPROVAL_ORDER}, {@code
     *     PAPER_UNCONFIRMED}, {@code APPROVAL_OPINION}
     */
    public void approve(String letterId, Role level, String opinion, Actor actor) {
        Letter letter = requireTurn(letterId, level, actor);
        LetterRoles.requireLevel(actor, level);
        requireNotOwn(letter, actor);
        record(letter, level, Approval.Result.APPROVED, text(opinion, "同意"), actor);
        agreed(letter, level, false, actor);
    }

    /**
     * One level declines; the draft is open again and the approvals before it lose their effect.
     *
     * @throws Refusal as {@link #approve}, and {@code SEND_BACK_REASON}
     */
    public void sendBack(String letterId, Role level, String reason, Actor actor) {
        Letter letter = requireTurn(letterId, level, actor);
        LetterRoles.requireLevel(actor, level);
        if (reason.isBlank()) {
            throw Refusal.invalid("SEND_BACK_REASON");
        }
        mapper.updateApprovalsVoided(letterId);
        record(letter, level, Approval.Result.RETURNED, text(reason, ""), actor);
        update(letter, LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(act("document.letterSentBack", letter, actor, Map.of("level", level.name())));
    }

    /**
     * 线下审批补录: enters an approval that was given on paper. It counts once a second person has confirmed it.
     *
     * @param approver who signed the paper
     * @param on day written on the paper
     * @param attachmentId scan of the signed slip, a file of the same case
     * @return the entry that must be confirmed
     * @throws Refusal {@code LETTER_STATE}, {@code LETTER_ROLE}, {@code APPROVAL_ORDER}, {@code PAPER_UNCONFIRMED},
     *     {@code PAPER_APPROVER}, {@code PAPER_DATE}, {@code OWN_DRAFT}, {@code ATTACHMENT_NOT_FOUND}
     */
    public Approval recordPaperApproval(
            String letterId,
            Role level,
            String approver,
            LocalDate on,
            String opinion,
            String attachmentId,
            Actor actor) {
        Letter letter = requireTurn(letterId, level, actor);
        LetterRoles.requirePaperRecorder(actor);
        attachments.requireOfCase(attachmentId, letter.caseId());
        String name = approver.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw Refusal.invalid("PAPER_APPROVER");
        }
        if (drafts.authors(letterId).stream().anyMatch(author -> author.name().equals(name))) {
            throw Refusal.forbidden("OWN_DRAFT");
        }
        if (on.isAfter(today()) || on.isBefore(drafts.writtenOn(letter))) {
            throw Refusal.invalid("PAPER_DATE", on.toString());
        }
        Approval approval = new Approval(
                Ids.next(),
                letterId,
                letter.draftNo(),
                level,
                Approval.Result.APPROVED,
                text(opinion, "同意"),
                actor.userId(),
                actor.name(),
                now(),
                on,
                true,
                name,
                attachmentId,
                null,
                null,
                null,
                false);
        mapper.insertApproval(approval);
        update(letter, LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(act(
                        "document.paperApprovalRecorded",
                        letter,
                        actor,
                        Map.of("level", level.name(), "approvedOn", on.toString(), "scan", attachmentId))
                .on(on)
                .withPersonal(Map.of("approver", name)));
        return approval;
    }

    /**
     * A second person has compared the entry with the scan.
     *
     * @throws Refusal {@code APPROVAL_NOT_FOUND}, {@code PAPER_SAME_PERSON}, {@code PAPER_CONFIRMED}, {@code
     *     LETTER_ROLE}, {@code LETTER_STATE}
     */
    public void confirmPaperApproval(String approvalId, Actor actor) {
        Approval approval = mapper.findApproval(approvalId).orElseThrow(() -> Refusal.notFound("APPROVAL_NOT_FOUND"));
        Letter letter = get(approval.letterId());
        access.requireVisible(letter.caseId(), actor);
        LetterRoles.requirePaperRecorder(actor);
        if (actor.isSystem() || approval.byId().equals(actor.userId())) {
            throw Refusal.forbidden("PAPER_SAME_PERSON");
        }
        if (letter.state() != LetterState.DRAFT) {
            throw wrongState(letter);
        }
        if (mapper.updateConfirmed(approvalId, actor.userId(), actor.name(), now()) == 0) {
            throw Refusal.conflict("PAPER_CONFIRMED");
        }
        agreed(letter, approval.level(), true, actor);
    }

    /**
     * Numbers and freezes the letter.
     *
     * @param on day that the letter bears
     * @throws Refusal {@code LETTER_ROLE}, {@code LETTER_UNAPPROVED}, {@code LETTER_STATE}, {@code LETTER_DATE}, {@code
     *     LETTER_FIELDS_MISSING}
     */
    public Letter issue(String letterId, LocalDate on, Actor actor) {
        Letter letter = get(letterId);
        if (!actor.isSystem()) {
            access.requireVisible(letter.caseId(), actor);
        }
        LetterRoles.requireIssuer(actor);
        if (letter.state() == LetterState.DRAFT) {
            throw Refusal.conflict("LETTER_UNAPPROVED", letter.title());
        }
        if (letter.state() != LetterState.APPROVED) {
            throw wrongState(letter);
        }
        LocalDate earliest = approvals(letterId).stream()
                .filter(Approval::effective)
                .map(Approval::approvedOn)
                .max(Comparator.naturalOrder())
                .orElse(on);
        if (on.isBefore(earliest) || on.isAfter(today())) {
            throw Refusal.invalid("LETTER_DATE", earliest.toString());
        }
        LetterType kind = types.get(letter.type());
        Map<String, String> texts = drafts.texts(letter, kind);
        LetterTexts.requireFields(kind, texts, field -> true);
        String number = numbered(letter, numbers.numberFor(letter.caseId(), kind, on));
        texts.put("approver", approver(letter));
        texts.put("number", number);
        texts.put("issuedOn", OfficialStyle.date(on));
        String digest = files.keep(printer.print(kind, texts));
        if (mapper.updateIssued(letterId, letter.version(), number, on, digest) == 0) {
            throw changed(letter);
        }
        Letter issued = get(letterId);
        events.publishEvent(new LetterIssued(letter.caseId(), letterId, letter.type(), number, on));
        events.publishEvent(act(
                        "document.letterIssued",
                        issued,
                        actor,
                        Map.of("number", number, "issuedOn", on.toString(), "sha256", digest))
                .on(on));
        return issued;
    }

    /**
     * 作废. A number that was given stays used.
     *
     * @throws Refusal {@code LETTER_STATE} when it is void already, {@code LETTER_SERVED} once it was served on anybody,
     *     {@code VOID_REASON}, {@code VOID_ROLE} when a letter is issued and the actor is no head
     */
    public void voidLetter(String letterId, String reason, Actor actor) {
        Letter letter = get(letterId);
        requireHandler(letter.caseId(), actor);
        if (letter.state() == LetterState.VOID) {
            throw wrongState(letter);
        }
        if (letter.issued() && !actor.hasAny(Role.UNIT_HEAD, Role.ORGAN_HEAD)) {
            throw Refusal.forbidden("VOID_ROLE");
        }
        if (!mapper.findServices(letterId).isEmpty()) {
            throw Refusal.conflict("LETTER_SERVED", letter.title());
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw Refusal.invalid("VOID_REASON", MAX_REASON);
        }
        if (mapper.updateVoid(letterId, letter.version(), why) == 0) {
            throw changed(letter);
        }
        events.publishEvent(act(
                "document.letterVoided",
                letter,
                actor,
                letter.number() == null ? Map.of() : Map.of("number", letter.number())));
    }

    /**
     * 用印登记: a seal was put on copies of the letter.
     *
     * @throws Refusal {@code LETTER_NOT_ISSUED}, {@code LETTER_ROLE}, {@code SEAL_ENTRY}, {@code ATTACHMENT_NOT_FOUND}
     */
    public void seal(
            String letterId, String seal, int copies, String keeper, @Nullable String scanAttachmentId, Actor actor) {
        dispatch.seal(get(letterId), seal, copies, keeper, scanAttachmentId, actor);
    }

    /**
     * Records the service on one recipient. A public notice serves on the thirtieth day after it (CPL95).
     *
     * @param recipientId id of the party
     * @param on day of signing, arrival or return slip; for a public notice the day of the notice
     * @throws Refusal {@code LETTER_NOT_ISSUED}, {@code LETTER_ROLE}, {@code RECIPIENT_UNKNOWN}, {@code SERVED_ALREADY},
     *     {@code SERVICE_DATE}, {@code SERVICE_EVIDENCE}, {@code SERVICE_REASON}, {@code ATTACHMENT_NOT_FOUND}
     */
    public ServiceRecord serve(
            String letterId,
            String recipientId,
            ServiceMethod method,
            LocalDate on,
            @Nullable String evidenceAttachmentId,
            @Nullable String note,
            Actor actor) {
        return dispatch.serve(get(letterId), recipientId, method, on, evidenceAttachmentId, note, actor);
    }

    /**
     * The letter of that id, whoever asks.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}
     */
    @Transactional(readOnly = true)
    public Letter get(String letterId) {
        return mapper.find(letterId).map(LetterRow::letter).orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
    }

    /** All letters of the case, oldest first, whoever asks. */
    @Transactional(readOnly = true)
    public List<Letter> of(String caseId) {
        return mapper.findByCase(caseId).stream().map(LetterRow::letter).toList();
    }

    /** The newest letter of this type that is not void. */
    @Transactional(readOnly = true)
    public Optional<Letter> current(String caseId, String type) {
        return of(caseId).stream()
                .filter(letter -> letter.type().equals(type) && letter.state() != LetterState.VOID)
                .reduce((older, newer) -> newer);
    }

    /** Whether every recipient has a service record. */
    @Transactional(readOnly = true)
    public boolean allServed(String letterId) {
        return get(letterId).issued() && mapper.countUnserved(letterId) == 0;
    }

    /** What still has to be done about the letters of the case. */
    @Transactional(readOnly = true)
    public List<Duty> pending(String caseId) {
        List<Duty> duties = new ArrayList<>();
        for (Letter letter : of(caseId)) {
            duties.addAll(dispatch.duties(letter));
        }
        return duties;
    }

    /** The values of the draft in force, as they were given. */
    @Transactional(readOnly = true)
    public Map<String, Object> fields(String letterId) {
        return drafts.values(get(letterId));
    }

    @Transactional(readOnly = true)
    public List<Recipient> recipients(String letterId) {
        return mapper.findRecipients(letterId);
    }

    /** All that the levels said, about earlier drafts too, oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> approvals(String letterId) {
        return mapper.findApprovals(letterId);
    }

    @Transactional(readOnly = true)
    public List<SealEntry> seals(String letterId) {
        return mapper.findSeals(letterId);
    }

    @Transactional(readOnly = true)
    public List<ServiceRecord> services(String letterId) {
        return mapper.findServices(letterId);
    }

    /** The level whose turn it is; empty when the chain is through or the letter is no draft. */
    @Transactional(readOnly = true)
    public Optional<Role> nextLevel(String letterId) {
        Letter letter = get(letterId);
        if (letter.state() != LetterState.DRAFT) {
            return Optional.empty();
        }
        return Optional.of(letter.levels().get(agreements(letter)));
    }

    /** The name under the last approval: of the person who signed, on line or on paper. */
    private String approver(Letter letter) {
        return approvals(letter.id()).stream()
                .filter(Approval::effective)
                .max(Comparator.comparingInt(approval -> letter.levels().indexOf(approval.level())))
                .map(Approval::signedBy)
                .orElseThrow(() -> new IllegalStateException("letter " + letter.id() + " has no approval"));
    }

    /** Keeps the PDF of an issued letter; whoever comes second loses. In a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepPdf(String letterId, byte[] pdf) {
        mapper.updatePdf(letterId, files.keep(pdf));
    }

    private Letter requireTurn(String letterId, Role level, Actor actor) {
        Letter letter = get(letterId);
        access.requireVisible(letter.caseId(), actor);
        if (letter.state() != LetterState.DRAFT) {
            throw wrongState(letter);
        }
        Role next = letter.levels().get(agreements(letter));
        if (next != level) {
            throw Refusal.conflict("APPROVAL_ORDER", LetterRoles.word(next));
        }
        if (approvals(letterId).stream().anyMatch(Approval::awaitsConfirmation)) {
            throw Refusal.conflict("PAPER_UNCONFIRMED");
        }
        return letter;
    }

    private int agreements(Letter letter) {
        return (int) approvals(letter.id()).stream().filter(Approval::effective).count();
    }

    private void requireNotOwn(Letter letter, Actor actor) {
        if (drafts.authors(letter.id()).stream().anyMatch(author -> author.id().equals(actor.userId()))) {
            throw Refusal.forbidden("OWN_DRAFT");
        }
    }

    private void record(Letter letter, Role level, Approval.Result result, String opinion, Actor actor) {
        mapper.insertApproval(new Approval(
                Ids.next(),
                letter.id(),
                letter.draftNo(),
                level,
                result,
                opinion,
                actor.userId(),
                actor.name(),
                now(),
                today(),
                false,
                null,
                null,
                null,
                null,
                null,
                false));
    }

    private void agreed(Letter letter, Role level, boolean paper, Actor actor) {
        boolean through = agreements(letter) == letter.levels().size();
        update(letter, through ? LetterState.APPROVED : LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(new LetterApproved(letter.caseId(), letter.id(), letter.type(), level.name(), paper));
        events.publishEvent(act(
                paper ? "document.paperApprovalConfirmed" : "document.letterApproved",
                letter,
                actor,
                Map.of("level", level.name(), "draft", letter.draftNo(), "values", drafts.digest(letter))));
    }

    private Letter update(Letter letter, LetterState state, int draftNo, List<Role> levels) {
        Letter changed = new Letter(
                letter.id(),
                letter.caseId(),
                letter.type(),
                letter.title(),
                state,
                letter.number(),
                letter.issuedOn(),
                letter.version(),
                draftNo,
                levels,
                letter.docxSha256(),
                letter.pdfSha256(),
                letter.draftedBy(),
                letter.draftedAt(),
                letter.voidReason());
        if (mapper.updateDraft(LetterRow.of(changed)) == 0) {
            throw changed(letter);
        }
        return get(letter.id());
    }

    private List<Role> chain(LetterType kind, String caseId) {
        List<Role> levels = chains.levels(kind.code(), caseId);
        if (levels.isEmpty() || new HashSet<>(levels).size() < levels.size()) {
            throw Refusal.conflict("LETTER_CHAIN", kind.title());
        }
        return levels;
    }

    /** Letters of a case bear its number with the word of their type; a further one of the same type is 之二, 之三. */
    private String numbered(Letter letter, String number) {
        long before = of(letter.caseId()).stream()
                .filter(other -> other.type().equals(letter.type()) && other.number() != null)
                .count();
        return before == 0 ? number : number + "之" + OfficialStyle.chinese((int) before + 1);
    }

    private void requireHandler(String caseId, Actor actor) {
        if (!actor.isSystem()) {
            access.requireVisible(caseId, actor);
            access.requireHandler(caseId, actor);
        }
    }

    private static boolean inHand(Letter letter) {
        return letter.state() == LetterState.DRAFT || letter.state() == LetterState.APPROVED;
    }

    private static String text(String given, String otherwise) {
        String text = given.isBlank() ? otherwise : given.strip();
        if (text.length() > MAX_OPINION) {
            throw Refusal.invalid("APPROVAL_OPINION", MAX_OPINION);
        }
        return text;
    }

    private static Refusal wrongState(Letter letter) {
        return Refusal.conflict("LETTER_STATE", letter.title(), LetterRoles.word(letter.state()));
    }

    private static Refusal changed(Letter letter) {
        return Refusal.conflict("LETTER_CHANGED", letter.title());
    }

    private static Act act(String kind, Letter letter, Actor actor, Map<String, Object> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("letterId", letter.id());
        facts.put("type", letter.type());
        facts.put("title", letter.title());
        facts.putAll(more);
        return Act.of(kind, letter.caseId(), actor, facts);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
