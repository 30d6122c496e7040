package io.mingjing.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox. Its instants are real time, whatever the driven clock says; {@code legalDate}, {@code owedOn} and
 * {@code notBefore} are not.
 *
 * @param alertId the one alert it tells of; null for a mail that gathers several, and for round mails
 * @param receiver the person behind the address
 * @param owedOn day on which it came to be owed
 * @param notBefore when the receiver's quiet hours end; null = at once
 * @param openFor the receiver, while alerts are still being gathered and nothing is written yet
 * @param bouncedAt when the address refused it for good, or a report of non-delivery was recorded
 */
record MailRow(
        String id,
        String messageId,
        @Nullable String alertId,
        @Nullable String caseId,
        @Nullable String receiver,
        String toAddress,
        String toName,
        String subject,
        String bodyText,
        String bodyHtml,
        MailState state,
        int attempts,
        Instant nextTryAt,
        @Nullable Instant notBefore,
        @Nullable String lastError,
        Instant createdAt,
        LocalDate legalDate,
        @Nullable LocalDate owedOn,
        @Nullable String openFor,
        @Nullable Instant sentAt,
        @Nullable Instant bouncedAt,
        int version) {

    /** A new mail. @param domain end of its Message-ID */
    static MailRow owed(String id, String domain, Mail mail, Instant now, LocalDate legalDate) {
        return new MailRow(
                id,
                "<" + id + "@" + domain + ">",
                null,
                null,
                null,
                mail.toAddress(),
                mail.toName(),
                mail.subject(),
                mail.text(),
                mail.html(),
                MailState.OWED,
                0,
                now,
                null,
                null,
                now,
                legalDate,
                null,
                null,
                null,
                null,
                0);
    }

    MailRow about(@Nullable String alert, @Nullable String file) {
        return new MailRow(
                id, messageId, alert, file, receiver, toAddress, toName, subject, bodyText, bodyHtml, state, attempts,
                nextTryAt, notBefore, lastError, createdAt, legalDate, owedOn, openFor, sentAt, bouncedAt, version);
    }

    MailRow to(String person, LocalDate on, @Nullable Instant earliest, @Nullable String gatheredFor) {
        return new MailRow(
                id,
                messageId,
                alertId,
                caseId,
                person,
                toAddress,
                toName,
                subject,
                bodyText,
                bodyHtml,
                state,
                attempts,
                nextTryAt,
                earliest,
                lastError,
                createdAt,
                legalDate,
                on,
                gatheredFor,
                sentAt,
                bouncedAt,
                version);
    }

    MailRow at(Instant firstTry) {
        return new MailRow(
                id, messageId, alertId, caseId, receiver, toAddress, toName, subject, bodyText, bodyHtml, state,
                attempts, firstTry, notBefore, lastError, createdAt, legalDate, owedOn, openFor, sentAt, bouncedAt,
                version);
    }
}
