package io.mingjing.alert;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails that the application owes. Written with the act that causes them: an act that fails owes nothing. */
@Service
public class Outbox {

    private final MailMapper mapper;
    private final MailSettings settings;
    private final RealTime time;
    private final ApplicationEventPublisher events;

    Outbox(MailMapper mapper, MailSettings settings, RealTime time, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.settings = settings;
        this.time = time;
        this.events = events;
    }

    /** A mail as an administrator sees it: neither subject nor body, which tell of a case. */
    public record Envelope(
            String id,
            String messageId,
            String toAddress,
            int attempts,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable Instant bouncedAt) {}

    /** A mail as it was delivered. */
    public record Delivered(
            String id,
            String messageId,
            @Nullable String caseId,
            String toAddress,
            String toName,
            String subject,
            String text,
            String html,
            LocalDate legalDate,
            @Nullable Instant sentAt) {

        static Delivered of(MailRow row) {
            return new Delivered(
                    row.id(),
                    row.messageId(),
                    row.caseId(),
                    row.toAddress(),
                    row.toName(),
                    row.subject(),
                    row.bodyText(),
                    row.bodyHtml(),
                    row.legalDate(),
                    row.sentAt());
        }
    }

    /**
     * Owes a mail, in the transaction of the act it belongs to.
     *
     * @param legalDate the day on which the act has its effect
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void owe(Mail mail, @Nullable String alertId, @Nullable String caseId, LocalDate legalDate) {
        mapper.insertAll(List.of(MailRow.owed(Ids.next(), settings.domain(), mail, time.now(), legalDate)
                .about(alertId, caseId)));
    }

    /** Mails that were refused too often, the latest first (ADMIN). */
    @Transactional(readOnly = true)
    public List<Envelope> deadLetters(@Nullable String before, int limit, Actor actor) {
        requireAdmin(actor);
        return mapper.search(MailState.DEAD, before, limit).stream()
                .map(row -> new Envelope(
                        row.id(),
                        row.messageId(),
                        row.toAddress(),
                        row.attempts(),
                        row.lastError(),
                        row.createdAt(),
                        row.bouncedAt()))
                .toList();
    }

    /** Has a dead letter tried again under its old Message-ID (ADMIN). Refused: {@code MAIL_NOT_DEAD}. */
    @Transactional
    public void retry(String id, Actor actor) {
        requireAdmin(actor);
        if (mapper.updateRetried(id, time.now()) == 0) {
            throw Refusal.conflict("MAIL_NOT_DEAD");
        }
        events.publishEvent(Act.of("alert.mailRetried", null, actor, Map.of("mailId", id)));
    }

    /** Delivered mails, the latest first: what the mailbox of the demonstration shows. */
    @Transactional(readOnly = true)
    public List<Delivered> delivered(@Nullable String before, int limit) {
        return mapper.search(MailState.SENT, before, limit).stream()
                .map(Delivered::of)
                .toList();
    }

    /** A delivered mail. Refused: {@code MAIL_NOT_FOUND}. */
    @Transactional(readOnly = true)
    public Delivered deliveredMail(String id) {
        return mapper.find(id)
                .filter(row -> row.state() == MailState.SENT)
                .map(Delivered::of)
                .orElseThrow(() -> Refusal.notFound("MAIL_NOT_FOUND"));
    }

    /** How many mails are owed; exact to 999, 1000 means “999+”. */
    @Transactional(readOnly = true)
    public int owed() {
        return mapper.count(MailState.OWED);
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
    }
}
