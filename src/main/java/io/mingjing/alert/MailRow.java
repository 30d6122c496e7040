package io.mingjing.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. Its instants are real time, whatever the driven clock says; {@code legalDate} is not. */
record MailRow(
        String id,
        String messageId,
        @Nullable String alertId,
        @Nullable String caseId,
        String toAddress,
        String toName,
        String subject,
        String bodyText,
        String bodyHtml,
        MailState state,
        int attempts,
        Instant nextTryAt,
        @Nullable String lastError,
        Instant createdAt,
        LocalDate legalDate,
        @Nullable Instant sentAt,
        int version) {}
