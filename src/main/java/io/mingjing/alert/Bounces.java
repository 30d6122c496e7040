package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.AlertRow;
import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.alert.MessageMapper.MessageRow;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that came back 退信. Whoever was to get one is told in the application instead. */
@Service
public class Bounces {

    private final MailMapper mails;
    private final AlertMapper alerts;
    private final MessageMapper messages;
    private final RealTime time;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Bounces(
            MailMapper mails,
            AlertMapper alerts,
            MessageMapper messages,
            RealTime time,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.alerts = alerts;
        this.messages = messages;
        this.time = time;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records a report of non-delivery that came back for a mail that had been handed over (ADMIN); once more is no
     * error. Refused: {@code MAIL_NOT_KNOWN}, {@code MAIL_NOT_SENT}.
     *
     * @param messageId Message-ID of the mail, with or without its angle brackets
     */
    @Transactional
    public void report(String messageId, String reason, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        String asked = messageId.strip();
        if (asked.isEmpty()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("messageId", "REQUIRED")));
        }
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("reason", "REQUIRED")));
        }
        String id = asked.startsWith("<") ? asked : "<" + asked + ">";
        MailRow mail = mails.findByMessageId(id).orElseThrow(() -> Refusal.notFound("MAIL_NOT_KNOWN"));
        if (mail.state() == MailState.DEAD && mail.bouncedAt() != null) {
            return;
        }
        String text = reason.strip();
        if (mails.updateBounced(mail.id(), time.now(), text.length() > 500 ? text.substring(0, 500) : text) == 0) {
            throw Refusal.conflict("MAIL_NOT_SENT");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mailId", mail.id());
        events.publishEvent(Act.of("alert.mailBounced", mail.caseId(), actor, facts));
        putMessages(mail);
    }

    /** Outside of any transaction of the sender. */
    void tellInApplication(MailRow mail) {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(Act.of("alert.mailBounced", mail.caseId(), Actor.SYSTEM, Map.of("mailId", mail.id())));
            putMessages(mail);
        });
    }

    /** For each alert in it that has no message because its receiver wanted mail only. */
    private void putMessages(MailRow mail) {
        List<AlertRow> unseen = alerts.findUnseenOfMail(mail.id());
        if (unseen.isEmpty()) {
            return;
        }
        Map<String, CaseRow> cases = new LinkedHashMap<>();
        alerts.findCases(unseen.stream().map(AlertRow::caseId).distinct().toList())
                .forEach(row -> cases.put(row.id(), row));
        List<MessageRow> rows = unseen.stream()
                .filter(alert -> cases.containsKey(alert.caseId()))
                .map(alert -> MessageRow.of(
                        alert.id(),
                        alert.receiver(),
                        Objects.requireNonNull(cases.get(alert.caseId())),
                        alert.kind(),
                        alert.args(),
                        alert.level(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .toList();
        Raising.chunks(rows).forEach(messages::insert);
    }
}
