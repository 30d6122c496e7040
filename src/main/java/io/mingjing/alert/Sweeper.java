package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.alert.AlertMapper.OpenTask;
import io.mingjing.engine.DueItems;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what has become due, at 00:00 of its day, in batches of one transaction, two at a time where there is much. A row is removed by the transaction that
 * says it, so whatever crashes says it once, and of two nodes that take the same rows one waits, finds them gone and
 * takes the next. A row that cannot be said holds up no other: the batch is then taken row by row, and what fails
 * repeatedly is parked and reported by the health check.
 */
@Component
class Sweeper implements DueItems {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    static final int BATCH = 1000;
    /** A row that failed so often waits for an administrator. */
    static final int PARKED = 5;

    private final AlertMapper mapper;
    private final Raising raising;
    private final Arming arming;
    private final Withdrawal withdrawal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService second = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sweep-2");
        thread.setDaemon(true);
        return thread;
    });

    Sweeper(
            AlertMapper mapper,
            Raising raising,
            Arming arming,
            Withdrawal withdrawal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.raising = raising;
        this.arming = arming;
        this.withdrawal = withdrawal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @PreDestroy
    void close() {
        second.shutdown();
    }

    @Override
    public Optional<DueItem> next(Instant upTo) {
        LocalDate day = LocalDate.ofInstant(upTo, clock.getZone());
        return mapper.findDue(day, PARKED, 1).stream()
                .findFirst()
                .map(row ->
                        new DueItem(row.dueOn().atStartOfDay(clock.getZone()).toInstant(), row.id()));
    }

    /** Lights and last days, not how long a task has been waiting. */
    @Override
    public Optional<DueItem> nextLandmark(Instant upTo) {
        return Optional.ofNullable(
                        mapper.findNextLight(LocalDate.ofInstant(upTo, clock.getZone()), LocalDate.now(clock)))
                .map(day -> new DueItem(day.atStartOfDay(clock.getZone()).toInstant(), "light"));
    }

    @Override
    public void run(DueItem item) {
        LocalDate day = LocalDate.ofInstant(item.due(), clock.getZone());
        List<DueRow> rows = mapper.findDue(day, PARKED, 2 * BATCH);
        if (rows.size() <= BATCH) {
            take(rows);
            return;
        }
        Lanes lanes = lanes(rows);
        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> take(lanes.second()), second);
        try {
            take(lanes.first());
        } finally {
            beside.join();
        }
    }

    /** Rows that can be said at the same time: whoever is told of the one lot is not told of the other. */
    private record Lanes(List<DueRow> first, List<DueRow> second) {}

    /** Divided by government, the larger first into the shorter lane: gathered mails are locked by receiver. */
    private Lanes lanes(List<DueRow> rows) {
        Map<String, CaseRow> cases = raising.casesOf(rows);
        Map<String, List<DueRow>> byGovernment = rows.stream().collect(Collectors.groupingBy(row -> {
            CaseRow file = cases.get(row.caseId());
            return file == null ? "" : file.governmentId();
        }));
        Lanes lanes = new Lanes(new ArrayList<>(), new ArrayList<>());
        byGovernment.values().stream()
                .sorted(Comparator.comparingInt((List<DueRow> one) -> one.size())
                        .reversed())
                .forEach(one ->
                        (lanes.first().size() <= lanes.second().size() ? lanes.first() : lanes.second()).addAll(one));
        return lanes;
    }

    private void take(List<DueRow> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> say(batch));
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Another node took some of these alerts; the rest comes with the next batch", e);
        } catch (RuntimeException e) {
            LOG.warn("A batch of {} alerts failed; taking them one by one", batch.size(), e);
            batch.forEach(this::sayAlone);
        }
    }

    private void sayAlone(DueRow row) {
        try {
            transaction.executeWithoutResult(status -> say(List.of(row)));
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Alert {} of {} was taken by another node", row.kind(), row.refId(), e);
        } catch (RuntimeException e) {
            LOG.error("Alert {} of {} could not be raised", row.kind(), row.refId(), e);
            mapper.updateDueFailed(row.id());
        }
    }

    private void say(List<DueRow> batch) {
        int taken = Raising.chunks(batch.stream().map(DueRow::id).toList()).stream()
                .mapToInt(mapper::deleteDue)
                .sum();
        if (taken < batch.size()) {
            throw new OptimisticLockingFailureException("took " + taken + " of " + batch.size());
        }
        Standing standing = standing(batch);
        Map<String, CaseRow> cases = raising.casesOf(batch);
        List<DueRow> due = new ArrayList<>();
        List<DueRow> armed = new ArrayList<>();
        for (DueRow row : batch) {
            CaseRow file = cases.get(row.caseId());
            if (file == null || overtaken(row) || standing.done(row)) {
                continue;
            }
            if (standing.claimed(row)) { // it may be given back: look again later
                armed.add(arming.again(row, LocalDate.now(clock)));
                continue;
            }
            due.add(row);
            if (!row.closing()) {
                arming.next(row, file.area()).ifPresent(armed::add);
            }
        }
        raising.raise(due, cases);
        Raising.chunks(armed).forEach(arming::insert);
    }

    /** A date that comes near is not announced once it has passed: after downtime only the word that it has is of use. */
    private boolean overtaken(DueRow row) {
        return row.kind().warns() && LocalDate.now(clock).isAfter(row.limitDueOn());
    }

    /** Which tasks and letters of a batch still wait. */
    private record Standing(Map<String, OpenTask> tasks, Set<String> letters) {

        boolean done(DueRow row) {
            return (row.kind().ofTask() && !tasks.containsKey(row.refId()))
                    || (row.kind() == AlertKind.LETTER_UNSERVED && !letters.contains(row.refId()));
        }

        boolean claimed(DueRow row) {
            OpenTask task = tasks.get(row.refId());
            return row.kind() == AlertKind.TASK_UNCLAIMED && task != null && task.assignee() != null;
        }
    }

    private Standing standing(List<DueRow> batch) {
        Map<String, OpenTask> tasks = new HashMap<>();
        Set<String> asked = refs(batch, true);
        if (!asked.isEmpty()) {
            mapper.findOpenTasks(asked).forEach(task -> tasks.put(task.id(), task));
        }
        Set<String> letters = refs(batch, false);
        return new Standing(tasks, letters.isEmpty() ? Set.of() : new HashSet<>(mapper.findIssuedLetters(letters)));
    }

    private static Set<String> refs(List<DueRow> batch, boolean tasks) {
        return batch.stream()
                .filter(row -> tasks ? row.kind().ofTask() : row.kind() == AlertKind.LETTER_UNSERVED)
                .map(DueRow::refId)
                .collect(Collectors.toSet());
    }
}
