package io.mingjing.bench;

import com.sun.management.OperatingSystemMXBean;
import io.mingjing.shared.Actor;
import io.mingjing.testing.BareEngine;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskPage;
import io.mingjing.worklist.TaskQuery;
import io.mingjing.worklist.Worklist;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Claim and complete per second, and pages of a busy pool, with few and with very many open tasks: the application beside
 * the bare engine on the same server, with the same indexes and the same history. {@code mvn -Pbench test-compile
 * exec:java -Dbench=io.mingjing.bench.WorklistBench}; for a look of a minute add {@code -Dbench.sizes=1000,10000
 * -Dbench.seconds=4}.
 *
 * <p>Half of the tasks are form checks 形式审查 in the pool of one government's filing officers, half are receipts 签收 of
 * supervision orders, in whose cases a limit runs and a timer waits. Two clients work on both kinds in turn; each act is
 * claimed and completed through the service: permission, form, effects of the area, limits, worklist and log included.
 */
public final class WorklistBench {

    private static final int[] SIZES = Arrays.stream(Application.knob("bench.sizes", "1000,100000,500000,1000000")
                    .split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int[] LIST_SIZES = Arrays.stream(
                    Application.knob("bench.list-sizes", "10000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int SECONDS = Integer.parseInt(Application.knob("bench.seconds", "20"));
    /** The compiler of the JVM is at work for its first minutes and takes as much of the processors as the acts. */
    private static final int WARM_UP = Integer.parseInt(Application.knob("bench.warm-up", "60"));

    private static final List<String> DATABASES =
            List.of(Application.knob("bench.databases", "mariadb,h2").split(","));
    /** H2 is for evaluation: it is measured as far as an evaluation goes. */
    private static final int H2_MOST = Integer.parseInt(Application.knob("bench.h2-most", "100000"));

    private static final int CLIENTS = 2;
    private static final int ROUNDS = 4;
    private static final String SLOW_INDEX = "ix_engine_task_parent";

    private final Table acts = new Table(
            "claim + complete, two clients",
            "open tasks",
            "application /s",
            "CPU of the JVM",
            "of the server",
            "rows read",
            "bare engine /s",
            "CPU of the JVM",
            "of the server",
            "rows read",
            "as delivered /s",
            "rows read");
    private final Table lists = new Table(
            "list of a busy pool",
            "open tasks",
            "in the pool",
            "p50",
            "p95",
            "rows read",
            "bare engine p50",
            "rows read");

    private WorklistBench() {}

    public static void main(String[] args) throws Exception {
        WorklistBench bench = new WorklistBench();
        for (String database : DATABASES) {
            if (database.equals("h2")) {
                bench.acts("H2", most(SIZES), H2Files.fresh("ours"), H2Files.fresh("bare"), SECONDS);
                bench.lists("H2", most(LIST_SIZES), H2Files.fresh("l1"), H2Files.fresh("l2"));
            } else {
                try (DurableMariaDb server = DurableMariaDb.start(Application.knob("bench.buffer-pool", "4G"))) {
                    new WorklistBench()
                            .acts("warm-up", new int[] {30_000}, server.fresh("w1"), server.fresh("w2"), WARM_UP);
                    bench.acts("MariaDB", SIZES, server.fresh("ours"), server.fresh("bare"), SECONDS);
                    bench.lists("MariaDB", LIST_SIZES, server.fresh("l1"), server.fresh("l2"));
                }
            }
        }
        bench.acts.print(System.out);
        bench.lists.print(System.out);
        System.exit(0); // the build's JVM keeps threads of the pools
    }

    private static int[] most(int[] sizes) {
        return Arrays.stream(sizes).filter(size -> size <= H2_MOST).toArray();
    }

    private void acts(String name, int[] sizes, String ours, String bares, int seconds) throws Exception {
        try (ConfigurableApplicationContext context = Application.start(ours);
                BareEngine bare = BareEngine.on(bares)
                        .deploy("bpmn/filing/record-review.bpmn", "submit-document", "check-form", "review-record")
                        .deploy("bpmn/supervision/supervision-order.bpmn", "sign-order", "reply-order")) {
            index(bare.connections(), "create index " + SLOW_INDEX + " on ACT_RU_TASK (PARENT_TASK_ID_)");
            index(bare.connections(), "create index ix_engine_job_due on ACT_RU_JOB (DUEDATE_, ID_)");
            City city = new City(context);
            Worklist worklist = context.getBean(Worklist.class);
            Clones our = Clones.whole(context.getBean(DataSource.class));
            our.ofCase(city.submitted());
            our.ofCase(city.served());
            Clones their = Clones.whole(bare.connections());
            their.ofProcess(waitingAtCheck(bare));
            their.ofProcess(waitingAtReceipt(bare));
            for (int size : sizes) {
                long from = System.nanoTime();
                int before = our.made();
                our.fillTo(size);
                their.fillTo(size);
                say("%s: %,d open tasks made in %d s", name, size, (System.nanoTime() - from) / 1_000_000_000L);
                Work application = new Work(before, size, (n, client) -> act(worklist, city, our, n, client));
                Work engine = new Work(before, size, (n, client) -> act(bare, their, n));
                Reads reads = new Reads(bare.connections(), name.equals("MariaDB"));
                application.warmUp(seconds);
                engine.warmUp(seconds);
                Rate applications = new Rate();
                Rate engines = new Rate();
                for (int round = 0; round < ROUNDS; round++) { // in turns, so that both meet the same other work
                    applications.add(application, seconds / ROUNDS, reads);
                    engines.add(engine, seconds / ROUNDS, reads);
                }
                Rate delivered = new Rate();
                if (name.equals("MariaDB") && size > 1_000 && size <= 500_000) {
                    index(bare.connections(), "drop index " + SLOW_INDEX + " on ACT_RU_TASK");
                    delivered.add(engine, seconds / ROUNDS, reads);
                    index(bare.connections(), "create index " + SLOW_INDEX + " on ACT_RU_TASK (PARENT_TASK_ID_)");
                }
                acts.row(
                        name,
                        "%,d".formatted(size),
                        applications.perSecond(),
                        applications.processorEach(),
                        applications.serverEach(),
                        applications.readsEach(),
                        engines.perSecond(),
                        engines.processorEach(),
                        engines.serverEach(),
                        engines.readsEach(),
                        delivered.perSecond(),
                        delivered.readsEach());
                say(
                        "%s: %,d open tasks: application %s /s (%s + %s, %s rows read), bare engine %s /s (%s + %s, %s), as delivered %s /s (%s)",
                        name,
                        size,
                        applications.perSecond(),
                        applications.processorEach(),
                        applications.serverEach(),
                        applications.readsEach(),
                        engines.perSecond(),
                        engines.processorEach(),
                        engines.serverEach(),
                        engines.readsEach(),
                        delivered.perSecond(),
                        delivered.readsEach());
            }
        }
    }

    private void lists(String name, int[] sizes, String ours, String bares) throws Exception {
        try (ConfigurableApplicationContext context = Application.start(ours);
                BareEngine bare = BareEngine.on(bares)
                        .deploy("bpmn/filing/record-review.bpmn", "submit-document", "check-form", "review-record")) {
            City city = new City(context);
            Clones our = Clones.listed(context.getBean(DataSource.class));
            our.ofCase(city.submitted());
            Clones their = Clones.listed(bare.connections());
            their.ofProcess(waitingAtCheck(bare));
            for (int size : sizes) {
                long from = System.nanoTime();
                our.fillTo(size);
                their.fillTo(size);
                say("%s: %,d listed tasks made in %d s", name, size, (System.nanoTime() - from) / 1_000_000_000L);
                pages(name, size, context.getBean(Worklist.class), city.filer, bare);
            }
        }
    }

    /** Claims and completes copy {@code n}; the officers of a pool take turns. */
    private static void act(Worklist worklist, City city, Clones copies, int n, int client) {
        boolean check = copies.templateOf(n) == 0;
        Actor actor =
                check ? client == 0 ? city.filer : city.secondFiler : client == 0 ? city.contact : city.secondContact;
        String task = copies.task(n);
        worklist.claim(task, actor);
        worklist.complete(task, check ? City.inOrder() : City.received(), actor);
    }

    private static void act(BareEngine bare, Clones copies, int n) {
        TaskService tasks = bare.engine().getTaskService();
        String task = copies.task(n);
        tasks.claim(task, "officer");
        tasks.complete(task, copies.templateOf(n) == 0 ? Map.of("check", "REGISTER") : Map.of());
    }

    private static String waitingAtCheck(BareEngine bare) {
        return bare.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("recordReview", "case")
                .getId();
    }

    private static String waitingAtReceipt(BareEngine bare) {
        String instance = bare.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("supervisionOrder", "case")
                .getId();
        TaskService tasks = bare.engine().getTaskService();
        for (int step = 0; step < 4; step++) {
            String task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
            tasks.complete(task, step == 1 ? Map.of("result", "APPROVE") : Map.of());
        }
        return instance;
    }

    private void pages(String name, int size, Worklist worklist, Actor actor, BareEngine bare) throws Exception {
        TaskQuery first = TaskQuery.of(TaskList.AVAILABLE);
        String cursor = null;
        for (int page = 1; page < 50; page++) {
            TaskPage shown = worklist.list(first.after(cursor), actor);
            if (shown.next() == null) {
                break;
            }
            cursor = shown.next();
        }
        TaskQuery fiftieth = first.after(cursor);
        List<Task> none = new ArrayList<>();
        TaskService tasks = bare.engine().getTaskService();
        long pool = theirs(tasks).count();
        Reads reads = new Reads(bare.connections(), name.equals("MariaDB"));
        list(name, size, pool, "first page and all counts", reads, () -> worklist.overview(first, actor), () -> {
            none.addAll(byDate(tasks).listPage(0, 20));
            theirs(tasks).count();
        });
        list(name, size, pool, "page 50 and all counts", reads, () -> worklist.overview(fiftieth, actor), () -> {
            none.addAll(byDate(tasks).listPage(980, 20));
            theirs(tasks).count();
        });
        list(
                name,
                size,
                pool,
                "counts (exact to 999)",
                reads,
                () -> worklist.counts(actor),
                () -> theirs(tasks).count());
    }

    private void list(
            String name, int size, long pool, String what, Reads reads, Timings.Work ours, Timings.Work theirs)
            throws Exception {
        Timings our = Timings.of(100, 300, ours);
        reads.begin();
        Timings.of(0, 20, ours);
        long ourReads = reads.since() / 20;
        reads.begin();
        Timings their = Timings.of(0, 5, theirs);
        long theirReads = reads.since() / 5;
        lists.row(
                name + ", " + what,
                "%,d".formatted(size),
                "%,d".formatted(pool),
                our.median(),
                our.p95(),
                ourReads == 0 ? "" : "%,d".formatted(ourReads),
                their.median(),
                theirReads == 0 ? "" : "%,d".formatted(theirReads));
        say(
                "%s, %,d, %s: %s / %s (%,d rows read), bare engine %s (%,d)",
                name, size, what, our.median(), our.p95(), ourReads, their.median(), theirReads);
    }

    private static org.camunda.bpm.engine.task.TaskQuery theirs(TaskService tasks) {
        return tasks.createTaskQuery().taskCandidateGroup("FILING_OFFICER");
    }

    private static org.camunda.bpm.engine.task.TaskQuery byDate(TaskService tasks) {
        return theirs(tasks).orderByDueDate().asc();
    }

    private static void index(DataSource database, String ddl) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ddl);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Rows that the server handed to its statements: no other work on the machine changes that. */
    private static final class Reads {

        private final DataSource database;
        private final boolean known;
        private long begin;

        Reads(DataSource database, boolean known) {
            this.database = database;
            this.known = known;
        }

        void begin() throws SQLException {
            begin = now();
        }

        /** 0 where the server does not tell. */
        long since() throws SQLException {
            return now() - begin;
        }

        private long now() throws SQLException {
            if (!known) {
                return 0;
            }
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet status = statement.executeQuery("show global status like 'Handler_read%'")) {
                long sum = 0;
                while (status.next()) {
                    sum += status.getLong(2);
                }
                return sum;
            }
        }
    }

    /** Acts, seconds and rows read of several rounds. */
    private static final class Rate {

        private static final OperatingSystemMXBean MACHINE =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private long acts;
        private double seconds;
        private double processor;
        private double server;
        private long read;

        void add(Work work, int length, Reads reads) throws Exception {
            reads.begin();
            long begin = System.nanoTime();
            long busy = MACHINE.getProcessCpuTime();
            long serving = serverTime();
            acts += work.run(length);
            processor += (MACHINE.getProcessCpuTime() - busy) / 1e6;
            server += (serverTime() - serving) / 1e6;
            seconds += (System.nanoTime() - begin) / 1e9;
            read += reads.since();
        }

        String perSecond() {
            double rate = acts / seconds;
            return acts == 0 ? "" : String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
        }

        /** Milliseconds of processor time that this JVM spent on each; with H2 the database's are among them. */
        String processorEach() {
            return acts == 0 ? "" : "%.1f ms".formatted(processor / acts);
        }

        /** The same of the database server, where it is a process of its own. */
        String serverEach() {
            return acts == 0 || server == 0 ? "" : "%.1f ms".formatted(server / acts);
        }

        /** Processor time of the processes that this JVM has started: the database server. Nanoseconds. */
        private static long serverTime() {
            return ProcessHandle.current()
                    .descendants()
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .mapToLong(Duration::toNanos)
                    .sum();
        }

        String readsEach() {
            return acts == 0 || read == 0 ? "" : "%,d".formatted(read / acts);
        }
    }

    /** An act on copy {@code n} by one of the clients. */
    private interface Act {
        void on(int n, int client);
    }

    /**
     * Two clients that go through the copies in an order of chance, each copy once. The task that follows stays open, so
     * the number of open tasks stays what it is.
     */
    private static final class Work {

        private final Act act;
        private final List<Integer> order = new ArrayList<>();
        private final AtomicInteger next = new AtomicInteger();

        Work(int from, int to, Act act) {
            this.act = act;
            for (int n = from; n < to; n++) {
                order.add(n);
            }
            Collections.shuffle(order, new Random(7));
        }

        void warmUp(int seconds) throws InterruptedException {
            run(seconds / 2, order.size() / 5);
        }

        /** Acts over that time, or until every copy is done. */
        long run(int seconds) throws InterruptedException {
            return run(seconds, order.size());
        }

        private long run(int seconds, int until) throws InterruptedException {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            AtomicInteger done = new AtomicInteger();
            AtomicReference<RuntimeException> failed = new AtomicReference<>();
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                int client = c;
                Thread thread = new Thread(() -> {
                    try {
                        while (System.nanoTime() < end && failed.get() == null) {
                            int i = next.getAndIncrement();
                            if (i >= until) {
                                next.decrementAndGet();
                                return;
                            }
                            act.on(order.get(i), client);
                            done.incrementAndGet();
                        }
                    } catch (RuntimeException e) {
                        failed.set(e);
                    }
                });
                clients.add(thread);
                thread.start();
            }
            for (Thread thread : clients) {
                thread.join();
            }
            if (failed.get() != null) {
                throw failed.get();
            }
            return done.get();
        }
    }
}
