package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.engine.DueItems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what has become due, at 00:00 of its day, in batches of one transaction. A row is removed by the transaction that
 * says it, so whatever crashes says it once. A row that cannot be said holds up no other: the batch is then taken row by
 * row, and what fails repeatedly is parked and reported by the health check.
 */
@Component
class Sweeper implements DueItems {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    static final int BATCH = 200;
    /** A row that failed so often waits for an administrator. */
    static final int PARKED = 5;

    private final AlertMapper mapper;
    private final Alerts alerts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sweeper(AlertMapper mapper, Alerts alerts, Clock clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.alerts = alerts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<DueItem> next(java.time.Instant upTo) {
        LocalDate day = LocalDate.ofInstant(upTo, clock.getZone());
        return mapper.findDue(day, PARKED, 1).stream()
                .findFirst()
                .map(row ->
                        new DueItem(row.dueOn().atStartOfDay(clock.getZone()).toInstant(), row.id()));
    }

    @Override
    public void run(DueItem item) {
        LocalDate day = LocalDate.ofInstant(item.due(), clock.getZone());
        List<DueRow> batch = mapper.findDue(day, PARKED, BATCH);
        try {
            transaction.executeWithoutResult(status -> batch.forEach(this::say));
        } catch (RuntimeException e) {
            LOG.warn("A batch of {} alerts failed; taking them one by one", batch.size(), e);
            batch.forEach(this::sayAlone);
        }
    }

    private void sayAlone(DueRow row) {
        try {
            transaction.executeWithoutResult(status -> say(row));
        } catch (RuntimeException e) {
            LOG.error("Alert {} of limit {} could not be raised", row.kind(), row.refId(), e);
            mapper.updateDueFailed(row.id());
        }
    }

    /** A date that comes near is not announced once it has passed: after downtime only the word that it has is of use. */
    private void say(DueRow row) {
        if (mapper.deleteDue(row.id()) == 0 || overtaken(row)) {
            return;
        }
        alerts.raise(
                row.kind(),
                row.caseId(),
                new AlertRef(row.refId(), row.refVersion()),
                row.rule(),
                row.limitDueOn(),
                row.dueOn());
    }

    private boolean overtaken(DueRow row) {
        return row.kind().warns() && LocalDate.now(clock).isAfter(row.limitDueOn());
    }
}
