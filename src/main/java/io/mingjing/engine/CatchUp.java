package io.mingjing.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Does what is due, whoever or whatever slept meanwhile: jobs of the engine and {@link DueItems}, by (due, id), asking
 * anew after each, since one may bring forth the next. Every piece of work has its own transaction; one that fails is
 * left for the next run (a job loses a retry and ends as an incident) and stops nothing else.
 */
@Component
public class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final ManagementService management;
    private final ObjectProvider<DueItems> sources;
    private final Clock clock;
    private final ClockHand hand;
    private final ReentrantLock one = new ReentrantLock();

    CatchUp(ManagementService management, ObjectProvider<DueItems> sources, Clock clock, ClockHand hand) {
        this.management = management;
        this.sources = sources;
        this.clock = clock;
        this.hand = hand;
    }

    /** Runs all that is due now. Call it outside of any transaction. */
    public int runDue() {
        return new Run(clock.instant(), true).all();
    }

    /** Runs all that is due up to the goal, the clock stepping to each due instant on the way. */
    int runDueUntil(Instant goal) {
        return new Run(goal, true).all();
    }

    /** When the next piece of work falls due within the horizon; due work that failed is passed over. */
    Optional<Instant> nextDue(Instant horizon) {
        return new Run(horizon, true).next(DueItems::nextLandmark).map(Work::due);
    }

    /** Only what the job executor does not do. */
    int runDueItems() {
        return new Run(clock.instant(), false).all();
    }

    /** One piece of due work. */
    private record Work(Instant due, String id, @Nullable DueItems source) {}

    private static final Comparator<Work> LEGAL_ORDER =
            Comparator.comparing(Work::due).thenComparing(Work::id);

    private final class Run {

        private final Instant goal;
        private final boolean jobs;
        private final Set<String> failedJobs = new HashSet<>();
        private final Set<DueItems> failedSources = new HashSet<>();

        Run(Instant goal, boolean jobs) {
            this.goal = goal;
            this.jobs = jobs;
        }

        int all() {
            one.lock();
            try {
                int done = 0;
                for (Optional<Work> work = next(); work.isPresent(); work = next()) {
                    if (work.get().due().isAfter(clock.instant())) {
                        hand.moveTo(work.get().due());
                    }
                    if (succeeds(work.get())) {
                        done++;
                    }
                }
                return done;
            } finally {
                one.unlock();
            }
        }

        private Optional<Work> next() {
            return next(DueItems::next);
        }

        private Optional<Work> next(BiFunction<DueItems, Instant, Optional<DueItems.DueItem>> ask) {
            Stream<Work> items = sources.orderedStream()
                    .filter(source -> !failedSources.contains(source))
                    .flatMap(source -> ask.apply(source, goal).stream().map(i -> new Work(i.due(), i.id(), source)));
            return Stream.concat(jobs ? nextJob().stream() : Stream.<Work>empty(), items)
                    .min(LEGAL_ORDER);
        }

        private Optional<Work> nextJob() {
            Optional<Work> now = first(management.createJobQuery().executable());
            // The query compares strictly; due dates are whole seconds.
            return now.isPresent() || !goal.isAfter(clock.instant())
                    ? now
                    : first(management
                            .createJobQuery()
                            .withRetriesLeft()
                            .duedateLowerThan(Date.from(goal.plus(Duration.ofSeconds(1)))));
        }

        /** {@code active()} matters: a suspended job would be found, and even run. */
        private Optional<Work> first(JobQuery query) {
            List<Job> page = query.active()
                    .orderByJobDuedate()
                    .asc()
                    .orderByJobId()
                    .asc()
                    .listPage(0, failedJobs.size() + 1);
            return page.stream()
                    .filter(job -> !failedJobs.contains(job.getId()))
                    .findFirst()
                    .map(job -> new Work(
                            job.getDuedate() == null
                                    ? Instant.EPOCH
                                    : job.getDuedate().toInstant(),
                            job.getId(),
                            null));
        }

        private boolean succeeds(Work work) {
            DueItems source = work.source();
            try {
                if (source == null) {
                    management.executeJob(work.id());
                } else {
                    source.run(new DueItems.DueItem(work.due(), work.id()));
                }
                return true;
            } catch (RuntimeException e) {
                LOG.error("Due work {} of {} failed; it stays due", work.id(), work.due(), e);
                if (source == null) {
                    failedJobs.add(work.id());
                } else {
                    failedSources.add(source);
                }
                return false;
            }
        }
    }
}
