package io.mingjing.web;

import io.mingjing.identity.AccessChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages that something is new. A node asks the log for its last number every two seconds, once for all pages
 * together, and only while a page is open; whom an act concerns is asked when there was one. So a page that waits costs no
 * statement, whichever node wrote the act.
 *
 * <p>Runs on real time: it is about connections, not about legal dates. A new day is told to every list, for its lights
 * are those of the day on which one looks.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private static final long LOOK_MILLIS = 2_000;
    /** A heartbeat every so many looks: well below the 60 s after which proxies close a silent connection. */
    private static final int LOOKS_PER_BREATH = 12;
    /** More acts than this since the last look concern everybody. */
    private static final int MOST_ACTS = 500;

    private final LiveMapper mapper;
    private final Clock clock;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();

    private @Nullable ScheduledExecutorService looking;
    private long seen = -1;
    private int looks;
    private @Nullable LocalDate day;

    LiveStreams(LiveMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    void open(LiveStream stream) {
        streams.add(stream);
        stream.say("open");
    }

    void closed(LiveStream stream) {
        streams.remove(stream);
    }

    int size() {
        return streams.size();
    }

    /** Rights changed or the session ended: the page has to ask anew. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AccessChanged changed) {
        streams.stream()
                .filter(stream -> stream.login().equals(changed.login()))
                .forEach(this::end);
    }

    private void end(LiveStream stream) {
        streams.remove(stream);
        stream.end();
    }

    /** Looks once and tells whom it concerns. */
    synchronized void look() {
        if (streams.isEmpty()) {
            seen = -1;
            return;
        }
        looks++;
        try {
            LocalDate today = LocalDate.now(clock);
            boolean dawn = day != null && !day.equals(today);
            day = today;
            long head = mapper.findHead();
            long before = seen;
            seen = head;
            if (dawn || (before >= 0 && head - before > MOST_ACTS)) {
                streams.forEach(stream -> tell(stream, true, true));
            } else if (before >= 0 && head > before) {
                tellOf(before, head);
            }
        } catch (RuntimeException e) {
            // The next look asks again from the last number that was seen; pages fall back to asking by themselves.
            log.warn("Looking for news failed: {}", e.toString());
        }
        if (looks % LOOKS_PER_BREATH == 0) {
            streams.removeIf(stream -> !stream.breathe());
        }
    }

    private void tellOf(long before, long head) {
        Set<String> cases = new LinkedHashSet<>();
        mapper.findActs(before, head).forEach(act -> cases.add(act.caseId()));
        if (cases.isEmpty()) {
            return;
        }
        List<LiveMapper.Concerned> tasks = mapper.findConcerned(cases);
        Set<String> receivers = Set.copyOf(mapper.findReceivers(cases));
        streams.forEach(stream -> tell(stream, stream.concernedBy(tasks), receivers.contains(stream.userId())));
    }

    private void tell(LiveStream stream, boolean lists, boolean bell) {
        boolean there = (!lists || stream.say("lists")) && (!bell || stream.say("bell"));
        if (!there) {
            streams.remove(stream);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        looking = executor;
    }

    /** Before the web server waits for open requests: these would never end by themselves. */
    @Override
    public void stop() {
        ScheduledExecutorService executor = looking;
        if (executor != null) {
            executor.shutdownNow();
            looking = null;
        }
        List.copyOf(streams).forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
