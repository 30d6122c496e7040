package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a case from the first draft to the last service, and what is known of each. A letter goes through its
 * approval chain in order; nobody approves what they have written; once issued it is frozen, and its number is never
 * given again.
 */
@Service
@Transactional
public class Letters {

    private final LetterMapper mapper;
    private final LetterBook book;
    private final LetterWriting writing;
    private final LetterApprovals approvals;
    private final LetterIssue issue;
    private final LetterDispatch dispatch;
    private final LetterDrafts drafts;
    private final FileStore files;

    Letters(
            LetterMapper mapper,
            LetterBook book,
            LetterWriting writing,
            LetterApprovals approvals,
            LetterIssue issue,
            LetterDispatch dispatch,
            LetterDrafts drafts,
            FileStore files) {
        this.mapper = mapper;
        this.book = book;
        this.writing = writing;
        this.approvals = approvals;
        this.issue = issue;
        this.dispatch = dispatch;
        this.drafts = drafts;
        this.files = files;
    }

    /**
     * Writes the first draft. Facts of the case fill the fields that are not given; fields that the letter does not have
     * are left aside.
     *
     * @throws Refusal {@code LETTER_TYPE_UNKNOWN}, {@code LETTER_AREA}, {@code LETTER_OPEN}, {@code LETTER_RECIPIENTS},
     *     {@code LETTER_CHAIN}, {@code LETTER_FIELDS_MISSING}
     */
    public Letter draft(String caseId, String type, Map<String, ?> fields, List<Recipient> recipients, Actor actor) {
        return writing.draft(caseId, type, fields, recipients, actor);
    }

    /**
     * Writes a further draft over the last one; fields that are not given stay as they were. Approvals given so far are
     * history without effect.
     *
     * @throws Refusal {@code LETTER_STATE} once the letter is issued or void, {@code LETTER_FIELDS_MISSING}
     */
    public Letter revise(String letterId, Map<String, ?> fields, Actor actor) {
        return writing.revise(letterId, fields, actor);
    }

    /**
     * One level agrees.
     *
     * @throws Refusal {@code LETTER_STATE}, {@code APPROVAL_ROLE}, {@code OWN_DRAFT}, {@code APPROVAL_ORDER}, {@code
     *     PAPER_UNCONFIRMED}, {@code APPROVAL_OPINION}
     */
    public void approve(String letterId, Role level, String opinion, Actor actor) {
        approvals.approve(letterId, level, opinion, actor);
    }

    /**
     * One level declines; the draft is open again and the approvals before it lose their effect.
     *
     * @throws Refusal as {@link #approve}, and {@code SEND_BACK_REASON}
     */
    public void sendBack(String letterId, Role level, String reason, Actor actor) {
        approvals.sendBack(letterId, level, reason, actor);
    }

    /**
     * The case has gone back to an earlier step: the draft is open again, and approvals of that level and those above it
     * lose their effect. A letter that is issued or void stays as it is.
     *
     * @param from lowest level that must agree anew; null for all
     */
    public void reopen(String letterId, @Nullable Role from, Actor actor) {
        approvals.reopen(letterId, from, actor);
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
        return approvals.recordPaperApproval(letterId, level, approver, on, opinion, attachmentId, actor);
    }

    /**
     * A second person has compared the entry with the scan.
     *
     * @throws Refusal {@code APPROVAL_NOT_FOUND}, {@code PAPER_SAME_PERSON}, {@code PAPER_CONFIRMED}, {@code
     *     LETTER_ROLE}, {@code LETTER_STATE}
     */
    public void confirmPaperApproval(String approvalId, Actor actor) {
        approvals.confirmPaperApproval(approvalId, actor);
    }

    /**
     * Numbers and freezes the letter.
     *
     * @param on day that the letter bears
     * @throws Refusal {@code LETTER_ROLE}, {@code LETTER_UNAPPROVED}, {@code LETTER_STATE}, {@code LETTER_DATE}, {@code
     *     LETTER_FIELDS_MISSING}
     */
    public Letter issue(String letterId, LocalDate on, Actor actor) {
        return issue.issue(letterId, on, actor);
    }

    /**
     * 作废. A number that was given stays used.
     *
     * @throws Refusal {@code LETTER_STATE} when it is void already, {@code LETTER_SERVED} once it was served on anybody,
     *     {@code VOID_REASON}, {@code VOID_ROLE} when a letter is issued and the actor is no head
     */
    public void voidLetter(String letterId, String reason, Actor actor) {
        writing.voidLetter(letterId, reason, actor);
    }

    /**
     * Voids the letters of these types that are not issued yet, because the case has taken another turn. The permission
     * is that of the act that turned it.
     *
     * @return what was voided
     */
    public List<Letter> supersede(String caseId, Collection<String> types, Actor actor) {
        return writing.supersede(caseId, types, actor);
    }

    /** The letters of these types that are drafted or approved and not issued, oldest first. */
    @Transactional(readOnly = true)
    public List<Letter> inHand(String caseId, Collection<String> types) {
        return writing.inHand(caseId, types);
    }

    /** Addresses a letter that is not issued yet to the parties as they are now. */
    public void readdress(String letterId, List<Recipient> recipients, Actor actor) {
        writing.readdress(book.get(letterId), recipients, actor);
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
        return book.get(letterId);
    }

    /** All letters of the case, oldest first, whoever asks. */
    @Transactional(readOnly = true)
    public List<Letter> of(String caseId) {
        return book.of(caseId);
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
        return Optional.of(letter.levels().get(book.agreements(letter)));
    }

    /** Keeps the PDF of an issued letter; whoever comes second loses. In a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepPdf(String letterId, byte[] pdf) {
        mapper.updatePdf(letterId, files.keep(pdf));
    }
}
