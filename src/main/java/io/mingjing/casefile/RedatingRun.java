package io.mingjing.casefile;

import io.mingjing.engine.DueItems;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-dates the cases after a change of the calendar, each in a transaction of its own, those whose limits end soonest
 * first. What is left to do is read from the limits themselves, so a run that was killed goes on where it stood and no
 * limit is moved twice. As due work it comes in legal order: before any timer that was set on the old calendar and falls
 * due after the approval. One node at a time is at it.
 */
@Component
class RedatingRun implements DueItems {

    private static final Logger LOG = LoggerFactory.getLogger(RedatingRun.class);
    private static final int CHUNK = 1000;
    private static final int TRIES = 3;

    /** An act that was under way at the approval, here or on another node, may have written an old date after the run. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final RedatingMapper changes;
    private final LimitBook book;
    private final LimitMapper limits;
    private final CaseVisibility cases;
    private final TimeLimits time;
    private final LockProvider leases;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final int workers;
    private final AtomicBoolean here = new AtomicBoolean();

    RedatingRun(
            RedatingMapper changes,
            LimitBook book,
            LimitMapper limits,
            CaseVisibility cases,
            TimeLimits time,
            LockProvider leases,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            @Value("${mingjing.redating.workers:4}") int workers) {
        this.changes = changes;
        this.book = book;
        this.limits = limits;
        this.cases = cases;
        this.time = time;
        this.leases = leases;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.workers = workers;
    }

    /** Hears of each case that has been re-dated; tests fail there. */
    interface Progress {
        void redated(String caseId);
    }

    @Override
    public Optional<DueItem> next(Instant upTo) {
        return here.get()
                ? Optional.empty()
                : changes.findDue(upTo.truncatedTo(ChronoUnit.SECONDS))
                        .map(change -> new DueItem(change.dueAt() == null ? upTo : change.dueAt(), change.id()));
    }

    @Override
    public void run(DueItem item) {
        changes.find(item.id()).ifPresent(this::go);
    }

    /** @throws Refusal {@code REDATING_UNDER_WAY} while somebody else is at it */
    void go(CalendarChange change) {
        go(change, caseId -> {});
    }

    void go(CalendarChange change, Progress progress) {
        SimpleLock lease = leases.lock(new LockConfiguration(
                        net.javacrumbs.shedlock.core.ClockProvider.now(),
                        "redating",
                        Duration.ofMinutes(1),
                        Duration.ZERO))
                .orElseThrow(() -> Refusal.conflict("REDATING_UNDER_WAY"));
        here.set(true);
        try {
            time.reload();
            int failed = new Pass(change.id(), progress).all();
            if (failed > 0) {
                throw new IllegalStateException(
                        failed + " cases could not be re-dated; they are tried again with the next sweep");
            }
            finish(change);
        } finally {
            here.set(false);
            lease.unlock();
        }
    }

    private void finish(CalendarChange change) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (changes.updateApplied(change.id(), now, now.plus(LOOK_AGAIN)) == 0) {
                changes.updateSettled(change.id());
                return;
            }
            CalendarChange done = changes.find(change.id()).orElseThrow();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("changeId", done.id());
            facts.put("year", done.year());
            facts.put("notice", done.notice());
            facts.put("cases", done.casesDone());
            facts.put("limits", done.limitsDone());
            events.publishEvent(Act.of("casefile.calendarApplied", null, Actor.SYSTEM, facts));
        });
    }

    /** Once through all limits that stand on another calendar. */
    private final class Pass {

        private final String changeId;
        private final Progress progress;
        private final String calendar = time.calendar().version();
        private final AtomicInteger failed = new AtomicInteger();

        Pass(String changeId, Progress progress) {
            this.changeId = changeId;
            this.progress = progress;
        }

        /** @return how many cases could not be re-dated */
        int all() {
            ExecutorService pool = Executors.newFixedThreadPool(workers, work -> {
                Thread thread = new Thread(work, "redating");
                thread.setDaemon(true);
                return thread;
            });
            try {
                for (LimitState state : List.of(LimitState.RUNNING, LimitState.PAUSED)) {
                    CaseLimit last = null;
                    List<CaseLimit> chunk = book.open(state, Set.of(), calendar, last, CHUNK);
                    while (!chunk.isEmpty()) {
                        last = chunk.get(chunk.size() - 1);
                        chunk(chunk, pool);
                        chunk = book.open(state, Set.of(), calendar, last, CHUNK);
                    }
                }
            } finally {
                pool.shutdownNow();
            }
            return failed.get();
        }

        private void chunk(List<CaseLimit> chunk, ExecutorService pool) {
            List<CaseLimit> stay = new ArrayList<>();
            Set<String> move = new LinkedHashSet<>();
            for (CaseLimit limit : chunk) {
                CaseLimit after = Redating.dated(limit, time::dates);
                if (after != null && Redating.kind(limit, after) == null) {
                    stay.add(limit);
                } else {
                    move.add(limit.caseId());
                }
            }
            stay(stay);
            AtomicInteger moved = new AtomicInteger();
            int done = redate(new ArrayList<>(move), moved, pool);
            if (done > 0) {
                transaction.executeWithoutResult(status -> changes.updateProgress(changeId, done, moved.get()));
            }
        }

        /** What the calendar does not change only learns that it has been looked at. */
        private void stay(List<CaseLimit> limitsThatStay) {
            Map<Integer, List<String>> byVersion = new LinkedHashMap<>();
            limitsThatStay.forEach(limit -> byVersion
                    .computeIfAbsent(limit.version(), version -> new ArrayList<>())
                    .add(limit.id()));
            transaction.executeWithoutResult(status ->
                    byVersion.forEach((version, ids) -> limits.updateCalendarVersion(ids, version, calendar)));
        }

        private int redate(List<String> caseIds, AtomicInteger moved, ExecutorService pool) {
            List<Future<?>> parts = new ArrayList<>();
            AtomicInteger nextCase = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            for (int i = 0; i < Math.min(workers, caseIds.size()); i++) {
                parts.add(pool.submit(() -> {
                    for (int at = nextCase.getAndIncrement(); at < caseIds.size(); at = nextCase.getAndIncrement()) {
                        String caseId = caseIds.get(at);
                        try {
                            moved.addAndGet(redate(caseId));
                            done.incrementAndGet();
                        } catch (RuntimeException e) { // one bad case stops no other
                            LOG.error("Case {} could not be re-dated", caseId, e);
                            failed.incrementAndGet();
                            continue;
                        }
                        progress.redated(caseId);
                    }
                }));
            }
            for (Future<?> part : parts) {
                try {
                    part.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("re-dating stopped; it goes on with the next sweep", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("re-dating was stopped; it goes on with the next sweep", e);
                }
            }
            return done.get();
        }

        private int redate(String caseId) {
            for (int attempt = 1; ; attempt++) {
                try {
                    Integer moved = transaction.execute(status -> cases.lockFresh(caseId));
                    return moved == null ? 0 : moved;
                } catch (TransientDataAccessException e) {
                    if (attempt == TRIES) {
                        throw e;
                    }
                    LOG.debug("Case {} is busy; once more", caseId, e);
                }
            }
        }
    }
}
