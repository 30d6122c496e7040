package io.mingjing.portal;

import io.mingjing.identity.RealTime;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what strangers do, per address and per number, and stops them for the rest of a window. Kept in the database, so
 * that it holds over a restart and over several nodes; addresses and numbers only as digests. On real time.
 */
@Component
class Tries {

    /** What is counted. */
    enum What {
        TRACK_ADDRESS(Duration.ofMinutes(15)),
        TRACK_NUMBER(Duration.ofMinutes(15)),
        DRAFT(Duration.ofHours(1)),
        FILE(Duration.ofHours(1));

        private final Duration window;

        What(Duration window) {
            this.window = window;
        }
    }

    private final TryMapper mapper;
    private final Clock realTime;
    private final TransactionTemplate apart;

    Tries(TryMapper mapper, @RealTime Clock realTime, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.realTime = realTime;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws Refusal {@code TOO_MANY_TRIES} with the minutes to wait */
    void require(What what, String subject, int most) {
        mapper.find(key(what, subject))
                .filter(row -> row.tries() >= most && open(row, what))
                .ifPresent(row -> {
                    throw Refusal.conflict("TOO_MANY_TRIES", what.window.toMinutes());
                });
    }

    /** Counts one more, whatever becomes of the act that it belongs to. */
    void count(What what, String subject) {
        String key = key(what, subject);
        apart.executeWithoutResult(status -> add(key, what));
    }

    private void add(String key, What what) {
        Instant now = now();
        TryMapper.Row before = mapper.findForUpdate(key).orElse(null);
        if (before == null) {
            mapper.deleteOlder(now.minus(Duration.ofDays(1)));
            try {
                mapper.insert(new TryMapper.Row(key, 1, now));
                return;
            } catch (DuplicateKeyException e) { // somebody else tried at this moment
                before = mapper.findForUpdate(key).orElseThrow();
            }
        }
        mapper.update(
                open(before, what)
                        ? new TryMapper.Row(key, before.tries() + 1, before.since())
                        : new TryMapper.Row(key, 1, now));
    }

    private boolean open(TryMapper.Row row, What what) {
        return now().isBefore(row.since().plus(what.window));
    }

    private static String key(What what, String subject) {
        return Codes.digest(what.name() + '\n' + subject);
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
