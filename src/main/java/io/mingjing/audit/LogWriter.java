package io.mingjing.audit;

import io.mingjing.shared.Auditable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every auditable act, collects the acts of a transaction and appends them to the chain just before that
 * transaction commits. The head of the chain is the last lock an act takes, so it is held only for the commit itself. If
 * the entry cannot be written, the act does not happen.
 */
@Component
class LogWriter {

    /** Rows per insert: the packet limit of a database is far away and a long catch-up still goes in few statements. */
    private static final int CHUNK = 100;
    /** From so many cases in one transaction on, the ends of their streams are read together. */
    private static final int FEW = 5;

    private final LogMapper mapper;
    private final Clock clock;

    LogWriter(LogMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @EventListener
    void on(Auditable act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(act.kind() + " is an act outside a writing transaction");
        }
        pending().add(act);
    }

    private Pending pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending && pending.belongsTo(this)) {
                return pending;
            }
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void append(List<Auditable> acts) {
        Tail head = mapper.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Optional<Tail>> caseTails = caseTails(acts);
        List<EntryRow> entries = new ArrayList<>();
        List<PersonalRow> personal = new ArrayList<>();
        Tail last = head;
        for (Auditable act : acts) {
            long seq = last.seq() + 1;
            Map<String, String> digests = seal(seq, act.personal(), personal);
            String caseId = act.caseId();
            Tail caseTail = caseId == null
                    ? null
                    : caseTails.computeIfAbsent(caseId, mapper::findCaseTail).orElse(new Tail(0, Hash.ZERO));
            EntryRow entry = entry(act, last, caseTail, at, digests);
            entries.add(entry);
            last = new Tail(seq, entry.hash());
            if (caseId != null && caseTail != null) {
                caseTails.put(caseId, Optional.of(new Tail(caseTail.seq() + 1, entry.hash())));
            }
        }
        for (int from = 0; from < entries.size(); from += CHUNK) {
            mapper.insertEntries(entries.subList(from, Math.min(entries.size(), from + CHUNK)));
        }
        for (int from = 0; from < personal.size(); from += CHUNK) {
            mapper.insertPersonal(personal.subList(from, Math.min(personal.size(), from + CHUNK)));
        }
        if (mapper.updateHead(head, last) != 1) {
            throw new IllegalStateException("the head of the log moved although it was locked");
        }
    }

    /** Many cases at once are asked for together: a sweep touches a thousand in one transaction. */
    private Map<String, Optional<Tail>> caseTails(List<Auditable> acts) {
        Map<String, Optional<Tail>> tails = new HashMap<>();
        Set<String> cases = new TreeSet<>();
        for (Auditable act : acts) {
            String caseId = act.caseId();
            if (caseId != null) {
                cases.add(caseId);
            }
        }
        if (cases.size() >= FEW) {
            cases.forEach(id -> tails.put(id, Optional.empty()));
            mapper.findCaseTails(cases)
                    .forEach(tail -> tails.put(tail.caseId(), Optional.of(new Tail(tail.seq(), tail.hash()))));
        }
        return tails;
    }

    private static EntryRow entry(
            Auditable act, Tail last, @Nullable Tail caseTail, Instant at, Map<String, String> digests) {
        long seq = last.seq() + 1;
        Long caseSeq = caseTail == null ? null : caseTail.seq() + 1;
        String casePrev = caseTail == null ? null : caseTail.hash();
        String payload = Payload.write(act, new Payload.Place(seq, last.hash(), caseSeq, casePrev), at, digests);
        return new EntryRow(
                seq,
                act.caseId(),
                caseSeq,
                at,
                act.actor().userId(),
                act.kind(),
                act.legalDate(),
                payload,
                last.hash(),
                Hash.of(payload));
    }

    private static Map<String, String> seal(long seq, Map<String, String> values, List<PersonalRow> rows) {
        Map<String, String> digests = new LinkedHashMap<>();
        new TreeMap<>(values).forEach((name, value) -> {
            String salt = Hash.salt();
            digests.put(name, Hash.ofPersonal(salt, name, value));
            rows.add(new PersonalRow(seq, name, salt, value));
        });
        return digests;
    }

    /** The acts of one transaction, in the order they were told. A rolled back savepoint takes its acts with it. */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final List<Auditable> acts = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();
        private boolean written;

        boolean belongsTo(LogWriter writer) {
            return LogWriter.this == writer;
        }

        void add(Auditable act) {
            if (written) {
                throw new IllegalStateException(act.kind() + " was told after the log was written");
            }
            acts.add(act);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, acts.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            int kept = savepoints.getOrDefault(savepoint, 0); // unknown: older than the first act
            acts.subList(kept, acts.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            if (!acts.isEmpty()) {
                append(acts);
            }
        }
    }
}
