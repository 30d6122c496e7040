package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterApproved;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes a draft through its approval chain in order, on line and from paper; nobody approves what they have written. */
@Component
class LetterApprovals {

    private static final int MAX_OPINION = 2000;
    private static final int MAX_NAME = 100;

    private final LetterMapper mapper;
    private final LetterBook book;
    private final LetterDrafts drafts;
    private final LetterTypes types;
    private final Attachments attachments;
    private final CaseAccess access;
    private final ApplicationEventPublisher events;

    LetterApprovals(
            LetterMapper mapper,
            LetterBook book,
            LetterDrafts drafts,
            LetterTypes types,
            Attachments attachments,
            @Lazy CaseAccess access,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.book = book;
        this.drafts = drafts;
        this.types = types;
        this.attachments = attachments;
        this.access = access;
        this.events = events;
    }

    void approve(String letterId, Role level, String opinion, Actor actor) {
        Letter letter = requireTurn(letterId, level, actor);
        LetterRoles.requireLevel(actor, level);
        requireNotOwn(letter, actor);
        record(letter, level, Approval.Result.APPROVED, text(opinion, "同意"), actor);
        agreed(letter, level, false, actor);
    }

    void sendBack(String letterId, Role level, String reason, Actor actor) {
        Letter letter = requireTurn(letterId, level, actor);
        LetterRoles.requireLevel(actor, level);
        if (reason.isBlank()) {
            throw Refusal.invalid("SEND_BACK_REASON");
        }
        mapper.updateApprovalsVoided(letterId);
        record(letter, level, Approval.Result.RETURNED, text(reason, ""), actor);
        book.update(letter, LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(LetterBook.act("document.letterSentBack", letter, actor, Map.of("level", level.name())));
    }

    void reopen(String letterId, @Nullable Role from, Actor actor) {
        Letter letter = book.get(letterId);
        if (letter.state() != LetterState.DRAFT && letter.state() != LetterState.APPROVED) {
            return;
        }
        int first = from == null ? 0 : Math.max(0, letter.levels().indexOf(from));
        int undone = 0;
        for (Approval approval : mapper.findApprovals(letterId)) {
            if (!approval.voided() && letter.levels().indexOf(approval.level()) >= first) {
                undone += mapper.updateApprovalVoided(approval.id());
            }
        }
        if (undone > 0 || letter.state() == LetterState.APPROVED) {
            book.update(letter, LetterState.DRAFT, letter.draftNo(), letter.levels());
            events.publishEvent(LetterBook.act("document.letterReopened", letter, actor, Map.of("approvals", undone)));
        }
    }

    Approval recordPaperApproval(
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
            throw Refusal.forbidden("OWN_DRAFT", types.get(letter.type()).basis());
        }
        if (on.isAfter(book.today()) || on.isBefore(drafts.writtenOn(letter))) {
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
                book.now(),
                on,
                true,
                name,
                attachmentId,
                null,
                null,
                null,
                false);
        mapper.insertApproval(approval);
        book.update(letter, LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(LetterBook.act(
                        "document.paperApprovalRecorded",
                        letter,
                        actor,
                        Map.of("level", level.name(), "approvedOn", on.toString(), "scan", attachmentId))
                .on(on)
                .withPersonal(Map.of("approver", name)));
        return approval;
    }

    void confirmPaperApproval(String approvalId, Actor actor) {
        Approval approval = mapper.findApproval(approvalId).orElseThrow(() -> Refusal.notFound("APPROVAL_NOT_FOUND"));
        access.lock(book.get(approval.letterId()).caseId()); // it may complete the step, and the case is locked first
        Letter letter = book.get(approval.letterId());
        access.requireVisible(letter.caseId(), actor);
        LetterRoles.requirePaperRecorder(actor);
        if (actor.isSystem() || approval.byId().equals(actor.userId())) {
            throw Refusal.forbidden("PAPER_SAME_PERSON");
        }
        if (letter.state() != LetterState.DRAFT) {
            throw LetterBook.wrongState(letter);
        }
        if (mapper.updateConfirmed(approvalId, actor.userId(), actor.name(), book.now()) == 0) {
            throw Refusal.conflict("PAPER_CONFIRMED");
        }
        agreed(letter, approval.level(), true, actor);
    }

    private Letter requireTurn(String letterId, Role level, Actor actor) {
        Letter letter = book.get(letterId);
        access.requireVisible(letter.caseId(), actor);
        if (letter.state() != LetterState.DRAFT) {
            throw LetterBook.wrongState(letter);
        }
        Role next = letter.levels().get(book.agreements(letter));
        if (next != level) {
            throw Refusal.conflict("APPROVAL_ORDER", LetterRoles.word(next));
        }
        if (mapper.findApprovals(letterId).stream().anyMatch(Approval::awaitsConfirmation)) {
            throw Refusal.conflict("PAPER_UNCONFIRMED");
        }
        return letter;
    }

    private void requireNotOwn(Letter letter, Actor actor) {
        if (drafts.authors(letter.id()).stream().anyMatch(author -> author.id().equals(actor.userId()))) {
            throw Refusal.forbidden("OWN_DRAFT", types.get(letter.type()).basis());
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
                book.now(),
                book.today(),
                false,
                null,
                null,
                null,
                null,
                null,
                false));
    }

    private void agreed(Letter letter, Role level, boolean paper, Actor actor) {
        boolean through = book.agreements(letter) == letter.levels().size();
        book.update(letter, through ? LetterState.APPROVED : LetterState.DRAFT, letter.draftNo(), letter.levels());
        events.publishEvent(new LetterApproved(letter.caseId(), letter.id(), letter.type(), level.name(), paper));
        events.publishEvent(LetterBook.act(
                paper ? "document.paperApprovalConfirmed" : "document.letterApproved",
                letter,
                actor,
                Map.of("level", level.name(), "draft", letter.draftNo(), "values", drafts.digest(letter))));
    }

    private static String text(String given, String otherwise) {
        String text = given.isBlank() ? otherwise : given.strip();
        if (text.length() > MAX_OPINION) {
            throw Refusal.invalid("APPROVAL_OPINION", MAX_OPINION);
        }
        return text;
    }
}
