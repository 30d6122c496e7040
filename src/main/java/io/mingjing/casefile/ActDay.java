package io.mingjing.casefile;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The day on which the act of this transaction was done: today, or for a past act that is entered later 补录 the day it
 * names. Dates that the act itself sets follow this day; the moment of recording stays that of the clock.
 */
@Component
public class ActDay {

    /** Name of the form field that carries the day. */
    public static final String FIELD = "actedOn";

    private final Clock clock;

    ActDay(Clock clock) {
        this.clock = clock;
    }

    /** The day of the act. */
    public LocalDate today() {
        Object past = TransactionSynchronizationManager.getResource(this);
        return past instanceof LocalDate day ? day : LocalDate.now(clock);
    }

    /**
     * From here to the end of the transaction the act was done on that day; null or today change nothing.
     *
     * @throws Refusal {@code FIELDS} with {@code IN_FUTURE} or {@code BEFORE_RECEIPT}
     */
    void was(@Nullable LocalDate day, CaseFile file) {
        requirePossible(day, file);
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        if (day == null || day.equals(LocalDate.now(clock))) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, day);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ActDay.this);
            }
        });
    }

    void requirePossible(@Nullable LocalDate day, CaseFile file) {
        if (day == null) {
            return;
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.fields(List.of(FieldError.of(FIELD, "IN_FUTURE")));
        }
        if (day.isBefore(file.receivedOn())) {
            throw Refusal.fields(List.of(FieldError.of(FIELD, "BEFORE_RECEIPT", file.receivedOn())));
        }
    }
}
