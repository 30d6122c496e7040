package io.mingjing.casefile;

import io.mingjing.bench.Application;
import io.mingjing.bench.DurableMariaDb;
import io.mingjing.bench.Table;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.testing.StoryDay;
import io.mingjing.time.Computed;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.Notices;
import io.mingjing.time.TimeLimits;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The notice of a year against many open limits: preview, approval and re-dating on MariaDB with full durability. {@code mvn
 * -Pbench test-compile exec:java -Dbench=io.mingjing.casefile.CalendarChangeBench -Dlimits=100000 -Dmix=november}.
 *
 * <p>Cases are copies of one that went through the application: with its process, timer, task, reminders and two or three
 * limits. In the mix {@code november} they began in the ten weeks before the notice, as they do when it comes out; in the mix
 * {@code all} every limit ends in the year that is published, so that every case is re-dated.
 */
public final class CalendarChangeBench {

    private static final int BATCH = 500;
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 15);

    /** Tables that hold a case, parents first, and the column by which its rows are found. */
    private static final Map<String, String> TABLES = tables();

    private final JdbcTemplate jdbc;
    private final TimeLimits time;
    private final Random random = new Random(7);
    private final boolean all;

    private CalendarChangeBench(JdbcTemplate jdbc, TimeLimits time, boolean all) {
        this.jdbc = jdbc;
        this.time = time;
        this.all = all;
    }

    public static void main(String[] args) throws Exception {
        int limits = Integer.parseInt(Application.knob("limits", "2000"));
        String mix = Application.knob("mix", "november");
        String workers = Application.knob("workers", "4");
        try (DurableMariaDb server = DurableMariaDb.start("512M");
                ConfigurableApplicationContext context = Application.start(
                        server.fresh("calendar"),
                        "mingjing.redating.workers=" + workers,
                        "spring.datasource.hikari.maximum-pool-size=12")) {
            StoryDay.set(
                    context,
                    LocalDateTime.of(2026, 12, 15, 9, 0).atZone(Timekeeper.ZONE).toInstant());
            run(context, limits, mix);
        }
        System.exit(0); // the engine's threads are not daemons
    }

    private static void run(ConfigurableApplicationContext context, int wanted, String mix) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        CalendarChangeBench bench = new CalendarChangeBench(jdbc, context.getBean(TimeLimits.class), mix.equals("all"));
        CaseWorld world = new CaseWorld(context.getBean(Organs.class), context.getBean(People.class));
        long started = System.nanoTime();
        String template = template(context, world);
        bench.copies(template, wanted);
        jdbc.execute("analyze table casefile_limit, casefile_case, worklist_task, alert_due, ACT_RU_JOB");
        System.out.printf("made %,d open limits in %,d s%n", count(jdbc), seconds(started));

        CalendarChanges changes = context.getBean(CalendarChanges.class);
        Heap heap = new Heap();
        Table table = new Table("step", "what", "time", "CPU of the JVM", "rate", "heap before", "peak", "after");

        long before = heap.settled();
        heap.watch();
        double cpuBefore = cpu();
        long from = System.nanoTime();
        String id = changes.propose(Notices.of2027(LocalDate.of(2026, 11, 2)), false, world.admin);
        double previewed = millis(from);
        CalendarChange change = changes.get(id, world.admin);
        CalendarChanges.Summary summary = changes.summary(id, world.admin);
        table.row(
                "preview and keeping it",
                String.format(Locale.ROOT, "%,d limits, %,d change", change.limits(), summary.changed()),
                time(previewed),
                time(cpu() - cpuBefore),
                rate(change.limits(), previewed, "limits"),
                mb(before),
                mb(heap.peak()),
                mb(heap.settled()));

        from = System.nanoTime();
        changes.moves(id, null, 0, 50, world.unitHead);
        changes.summary(id, world.unitHead);
        table.row("a page of 50 with counts", "", time(millis(from)));

        changes.approve(id, world.unitHead);
        before = heap.settled();
        heap.watch();
        cpuBefore = cpu();
        from = System.nanoTime();
        changes.apply(id, world.unitHead);
        double applied = millis(from);
        CalendarChange done = changes.get(id, world.admin);
        table.row(
                "apply",
                String.format(Locale.ROOT, "%,d cases, %,d limits changed", done.casesDone(), done.limitsDone()),
                time(applied),
                time(cpu() - cpuBefore),
                rate(done.casesDone(), applied, "cases"),
                mb(before),
                mb(heap.peak()),
                mb(heap.settled()));
        System.out.println("mix " + mix + ": " + summary.byKind());
        table.print(System.out);
        Long left = jdbc.queryForObject(
                "select count(*) from casefile_limit where state in ('RUNNING', 'PAUSED') and calendar_version <> '2027.5'",
                Long.class);
        Long told = jdbc.queryForObject(
                "select count(*) from audit_entry where kind in ('casefile.limitRecalendared', 'casefile.limitConfirmed')",
                Long.class);
        System.out.println("left behind: " + left + ", entries in the log: " + told + ", state " + done.state()
                + ", clocks that differ: "
                + context.getBean(ClockHealth.class).check().size());
    }

    // --- data

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("casefile_case", "id");
        tables.put("casefile_party", "case_id");
        tables.put("casefile_case_organ", "case_id");
        tables.put("casefile_key_date", "case_id");
        tables.put("casefile_limit", "case_id");
        tables.put("ACT_RU_EXECUTION", "");
        tables.put("ACT_RU_TASK", "");
        tables.put("ACT_RU_JOB", "");
        tables.put("worklist_task", "case_id");
        tables.put("alert_due", "case_id");
        return tables;
    }

    private static String template(ConfigurableApplicationContext context, CaseWorld world) {
        LimitedProcess process =
                new LimitedProcess(context.getBean(RepositoryService.class), context.getBean(Processes.class));
        Cases cases = context.getBean(Cases.class);
        LimitActs acts = context.getBean(LimitActs.class);
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class).execute(status -> {
            CaseFile file = cases.register(world.review("不服行政处罚决定案"), world.clerk);
            cases.setKeyDate(file.id(), "accepted", LocalDate.of(2026, 12, 1), world.officer);
            process.start(file.id());
            acts.start(file.id(), "AR-COPY-ORD", "accepted", null, null, world.officer);
            acts.start(file.id(), "AR-INC-OPINION", "accepted", null, null, world.officer);
            return file.id();
        }));
    }

    /** Every second case has three limits, the others two. */
    private void copies(String template, int limits) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        TABLES.forEach((table, column) -> rows.put(table, rows(table, column, template)));
        Map<String, List<Object[]>> batch = new LinkedHashMap<>();
        int made = count(jdbc);
        int number = 0;
        while (made < limits) {
            boolean three = number % 2 == 0;
            made += copy(rows, ++number, three, batch);
            if (number % BATCH == 0 || made >= limits) {
                write(rows, batch);
            }
        }
    }

    private List<Map<String, Object>> rows(String table, String column, String template) {
        if (!column.isEmpty()) {
            return jdbc.queryForList("select * from " + table + " where " + column + " = ?", template);
        }
        String instance = "select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?";
        String key = table.equals("ACT_RU_JOB") ? "PROCESS_INSTANCE_ID_" : "PROC_INST_ID_";
        return jdbc.queryForList("select * from " + table + " where " + key + " in (" + instance + ")", template);
    }

    private int copy(
            Map<String, List<Map<String, Object>>> rows, int number, boolean three, Map<String, List<Object[]>> batch) {
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, Computed> dates = new LinkedHashMap<>();
        LocalDate start = start();
        int limits = 0;
        for (Map.Entry<String, List<Map<String, Object>>> table : rows.entrySet()) {
            for (Map<String, Object> row : table.getValue()) {
                Map<String, Object> copy = new LinkedHashMap<>(row);
                copy.replaceAll((column, value) -> isId(value) && !kept(column)
                        ? ids.computeIfAbsent(
                                (String) value, old -> UUID.randomUUID().toString())
                        : value);
                if (!fitting(table.getKey(), row, copy, number, three, start, dates)) {
                    continue;
                }
                limits += table.getKey().equals("casefile_limit") ? 1 : 0;
                batch.computeIfAbsent(table.getKey(), name -> new ArrayList<>())
                        .add(copy.values().toArray());
            }
        }
        return limits;
    }

    /** Gives the copy its own numbers and dates; false for a row that this case does without. */
    private boolean fitting(
            String table,
            Map<String, Object> row,
            Map<String, Object> copy,
            int number,
            boolean three,
            LocalDate start,
            Map<String, Computed> dates) {
        switch (table) {
            case "casefile_case" -> {
                copy.put("register_no", "收〔2026〕样" + number + "号");
                copy.put("query_code", "q" + number);
            }
            case "casefile_limit" -> {
                String rule = String.valueOf(row.get("rule"));
                if (rule.equals("AR-INC-OPINION") && !three) {
                    return false;
                }
                Computed computed = time.dates(LimitRequest.of(rule, start));
                dates.put(String.valueOf(row.get("id")), computed);
                copy.put("start_on", start);
                copy.put("due_on", computed.due());
                copy.put("yellow_on", computed.yellowOn());
                copy.put("red_on", computed.redOn());
                copy.put("provisional", computed.provisional());
            }
            case "ACT_RU_JOB" -> {
                LocalDate due =
                        Objects.requireNonNull(dates.values().iterator().next().due());
                copy.put("DUEDATE_", due.plusDays(1).atStartOfDay());
            }
            case "worklist_task" -> {
                Computed computed = dates.get(String.valueOf(row.get("limit_id")));
                if (computed != null) {
                    copy.put("due_on", computed.due());
                    copy.put("yellow_on", computed.yellowOn());
                    copy.put("red_on", computed.redOn());
                    copy.put("provisional", computed.provisional());
                }
            }
            case "alert_due" -> {
                Computed computed = dates.get(String.valueOf(row.get("ref_id")));
                if (computed == null || computed.due() == null) {
                    return false;
                }
                long shift = ChronoUnit.DAYS.between(date(row, "limit_due_on"), computed.due());
                copy.put("due_on", date(row, "due_on").plusDays(shift));
                copy.put("limit_due_on", computed.due());
            }
            default -> {}
        }
        return true;
    }

    /** In the mix of a November the sixty days of a third reach into the next year. */
    private LocalDate start() {
        return all
                ? LocalDate.of(2026, 12, 26).plusDays(random.nextInt(45))
                : LocalDate.of(2026, 9, 15).plusDays(random.nextInt(70));
    }

    private static LocalDate date(Map<String, Object> row, String column) {
        return ((java.sql.Date) Objects.requireNonNull(row.get(column))).toLocalDate();
    }

    private static boolean isId(@Nullable Object value) {
        return value instanceof String text && text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    }

    private static boolean kept(String column) {
        return switch (column.toLowerCase(Locale.ROOT)) {
            case "government_id", "unit_id", "organ_id", "registered_by", "job_def_id_", "deployment_id_" -> true;
            default -> column.toLowerCase(Locale.ROOT).contains("proc_def");
        };
    }

    private void write(Map<String, List<Map<String, Object>>> rows, Map<String, List<Object[]>> batch) {
        batch.forEach((table, values) -> {
            List<String> columns = new ArrayList<>(
                    Objects.requireNonNull(rows.get(table)).get(0).keySet());
            String row = "(" + "?,".repeat(columns.size() - 1) + "?)";
            for (int from = 0; from < values.size(); from += 200) {
                List<Object[]> part = values.subList(from, Math.min(values.size(), from + 200));
                String sql = "insert into " + table + " (`" + String.join("`,`", columns) + "`) values "
                        + String.join(",", java.util.Collections.nCopies(part.size(), row));
                jdbc.update(sql, part.stream().flatMap(java.util.Arrays::stream).toArray());
            }
        });
        batch.clear();
    }

    private static int count(JdbcTemplate jdbc) {
        Integer open = jdbc.queryForObject(
                "select count(*) from casefile_limit where state in ('RUNNING', 'PAUSED')", Integer.class);
        return open == null ? 0 : open;
    }

    // --- figures

    /** What the heap holds, and the most it held meanwhile, garbage included. */
    private static final class Heap {

        private final AtomicLong peak = new AtomicLong();
        private final AtomicBoolean watching = new AtomicBoolean();

        long settled() {
            watching.set(false);
            System.gc();
            return used();
        }

        void watch() {
            peak.set(0);
            watching.set(true);
            Thread watch = new Thread(() -> {
                while (watching.get()) {
                    peak.accumulateAndGet(used(), Math::max);
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                }
            });
            watch.setDaemon(true);
            watch.start();
        }

        long peak() {
            return peak.get();
        }

        private static long used() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    private static double millis(long from) {
        return (System.nanoTime() - from) / 1_000_000.0;
    }

    /** Milliseconds of processor time; on a busy machine they say more than the clock. */
    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000.0;
    }

    private static long seconds(long from) {
        return Math.round(millis(from) / 1000);
    }

    private static String time(double millis) {
        return String.format(Locale.ROOT, millis < 1000 ? "%.0f ms" : "%.1f s", millis < 1000 ? millis : millis / 1000);
    }

    private static String rate(long number, double millis, String of) {
        return String.format(Locale.ROOT, "%,.0f %s/s", number / millis * 1000, of);
    }

    private static String mb(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / 1_048_576);
    }
}
