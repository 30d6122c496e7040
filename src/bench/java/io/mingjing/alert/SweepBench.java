package io.mingjing.alert;

import com.sun.management.OperatingSystemMXBean;
import io.mingjing.bench.Application;
import io.mingjing.bench.DurableMariaDb;
import io.mingjing.bench.H2Files;
import io.mingjing.bench.Table;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits that all turn red at midnight: each reaches its handler and the head of the unit, with entries in the log and mails
 * owed; and the same with the process killed in the middle. {@code -Dlimits=100000 -Dkilled=20000
 * -Ddatabases=mariadb,h2}
 */
public final class SweepBench {

    private static final LocalDate RED = LocalDate.of(2026, 3, 3);
    private static final int DISTRICTS = 10;
    private static final int OFFICERS = 5;
    private static final int RECEIVERS = 2;

    private SweepBench() {}

    public static void main(String[] args) throws Exception {
        String child = System.getProperty("sweep.child");
        if (child != null) {
            sweepUntilKilled(child);
            return;
        }
        int limits = Integer.parseInt(Application.knob("limits", "100000"));
        int killed = Integer.parseInt(Application.knob("killed", "20000"));
        Table table = new Table(
                "database",
                "limits",
                "swept in",
                "of it CPU of the JVM",
                "limits /s",
                "alerts",
                "messages",
                "mails",
                "log entries",
                "killed in the middle");
        for (String database : Application.knob("databases", "mariadb,h2").split(",")) {
            if (database.equals("mariadb")) {
                try (DurableMariaDb server = DurableMariaDb.start("512M")) {
                    run(table, "MariaDB", limits, killed, server.fresh("sweep"), server.fresh("killed"));
                }
            } else {
                run(table, "H2", limits, killed, H2Files.fresh("sweep"), H2Files.fresh("killed"));
            }
        }
        table.print(System.out);
        System.exit(0);
    }

    private static void run(Table table, String name, int limits, int killed, String url, String second)
            throws Exception {
        double seconds;
        List<Object> row = new ArrayList<>();
        try (ConfigurableApplicationContext app = Application.start(url)) {
            seed(app, limits);
            long cpu = processorTime();
            long from = System.nanoTime();
            sweep(app);
            seconds = (System.nanoTime() - from) / 1e9;
            cpu = processorTime() - cpu;
            row.addAll(List.of(
                    name,
                    limits,
                    String.format(Locale.ROOT, "%.1f s", seconds),
                    String.format(Locale.ROOT, "%.1f s", cpu / 1e9),
                    String.format(Locale.ROOT, "%,.0f", limits / seconds),
                    count(app, "alert_alert"),
                    count(app, "alert_message"),
                    count(app, "alert_mail"),
                    count(app, "audit_entry where kind = 'alert.raised'")));
            require(app, limits);
        }
        row.add(killed == 0 ? "not tried" : killedInTheMiddle(second, killed, seconds * killed / limits));
        table.row(row.toArray());
        table.print(System.out);
    }

    /** Of the whole JVM, since several threads sweep. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String killedInTheMiddle(String url, int limits, double expectedSeconds) throws Exception {
        try (ConfigurableApplicationContext app = Application.start(url)) {
            seed(app, limits);
        }
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        classpath(),
                        "-Dsweep.child=" + url,
                        SweepBench.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("SWEEPING")) {
                    Thread.sleep((long) (expectedSeconds * 500));
                    process.destroyForcibly();
                    break;
                }
            }
        }
        process.waitFor();
        try (ConfigurableApplicationContext app = Application.start(url)) {
            long before = count(app, "alert_due where kind = 'LIMIT_RED'");
            sweep(app);
            require(app, limits);
            return String.format(Locale.ROOT, "%,d of %,d left at the kill; each said once", before, limits);
        }
    }

    /** Maven runs us in its own process, with a class loader of its own. */
    private static String classpath() {
        if (SweepBench.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static void sweepUntilKilled(String url) {
        ConfigurableApplicationContext app = Application.start(url);
        System.out.println("SWEEPING");
        System.out.flush();
        sweep(app);
        app.close();
    }

    private static void sweep(ConfigurableApplicationContext app) {
        app.getBean(Timekeeper.class)
                .advanceTo(RED.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    /** Everybody was told of every limit, and nobody twice. */
    private static void require(ConfigurableApplicationContext app, int limits) {
        long alerts = count(app, "alert_alert");
        long distinct = count(app, "(select distinct ref_id, receiver from alert_alert) d");
        long messages = count(app, "alert_message");
        long owed = count(app, "alert_alert where way = 'BOTH' and mail_id is null");
        if (alerts != (long) limits * RECEIVERS || distinct != alerts || messages != alerts || owed != 0) {
            throw new IllegalStateException("alerts " + alerts + ", different ones " + distinct + ", messages "
                    + messages + ", without their mail " + owed);
        }
    }

    private static long count(ConfigurableApplicationContext app, String from) {
        Long count = app.getBean(JdbcTemplate.class).queryForObject("select count(*) from " + from, Long.class);
        return count == null ? -1 : count;
    }

    private static void seed(ConfigurableApplicationContext app, int limits) {
        Organs organs = app.getBean(Organs.class);
        People people = app.getBean(People.class);
        List<Organ> districts = new ArrayList<>();
        List<List<String>> officers = new ArrayList<>();
        String bureau = "";
        for (int d = 0; d < DISTRICTS; d++) {
            Organ district = organ(organs, "第" + d + "区人民政府", null, "d" + d, OrganKind.GOVERNMENT);
            Organ office = organ(organs, "第" + d + "区司法局", district.id(), "sfj", OrganKind.JUSTICE_BUREAU);
            bureau = office.id();
            districts.add(district);
            person(people, "head" + d, office, Role.UNIT_HEAD);
            List<String> own = new ArrayList<>();
            for (int o = 0; o < OFFICERS; o++) {
                own.add(person(people, "officer" + d + "-" + o, office, Role.REVIEW_OFFICER));
            }
            officers.add(own);
        }
        String unit = bureau;
        JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
        TransactionTemplate transaction = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
        for (int from = 0; from < limits; from += 5000) {
            int first = from;
            transaction.executeWithoutResult(
                    status -> insert(jdbc, districts, officers, unit, first, Math.min(limits, first + 5000)));
        }
    }

    private static void insert(
            JdbcTemplate jdbc, List<Organ> districts, List<List<String>> officers, String unit, int from, int to) {
        List<Object[]> cases = new ArrayList<>();
        List<Object[]> handlers = new ArrayList<>();
        List<Object[]> due = new ArrayList<>();
        Timestamp at = Timestamp.valueOf(LocalDateTime.of(2026, 3, 2, 9, 0));
        for (int i = from; i < to; i++) {
            Organ district = districts.get(i % DISTRICTS);
            String officer = officers.get(i % DISTRICTS).get((i / DISTRICTS) % OFFICERS);
            String file = Ids.next();
            cases.add(new Object[] {
                file, "收〔2026〕" + i + "号", "q" + i, district.id(), district.path(), unit, Date.valueOf(RED), at
            });
            handlers.add(new Object[] {file, officer, officer, at});
            due.add(new Object[] {
                Ids.next(), file, Ids.next(), Date.valueOf(RED), Date.valueOf(RED.plusDays(2)), Date.valueOf(RED)
            });
        }
        batch(
                jdbc,
                "insert into casefile_case (id, area, kind, register_no, case_no, query_code, title, title_sort,"
                        + " search_text, state, government_id, government_path, unit_id, received_on, registered_by,"
                        + " registered_at, version) values (?, 'REVIEW', 'bench', ?, null, ?, '明珠物业公司不服行政处罚决定案',"
                        + " 'mingzhu', '', 'OPEN', ?, ?, ?, ?, 'system', ?, 1)",
                cases);
        batch(
                jdbc,
                "insert into casefile_handler (case_id, user_id, kind, named_by, named_at)"
                        + " values (?, ?, 'LEAD', ?, ?)",
                handlers);
        batch(
                jdbc,
                "insert into alert_due (id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on,"
                        + " after_days, trigger_on, subject, closing, failures)"
                        + " values (?, ?, ?, 1, 'LIMIT_RED', 'AR-DECIDE-ORD', ?, ?, 0, ?, '', false, 0)",
                due);
    }

    private static void batch(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }

    private static Organ organ(Organs organs, String name, @Nullable String parent, String code, OrganKind kind) {
        return organs.create(new Organs.NewOrgan(name, name, parent, code, kind, null, 1), Actor.SYSTEM);
    }

    private static String person(People people, String login, Organ organ, Role role) {
        return people.create(
                        new People.NewPerson(login, login, organ.id(), Set.of(role), login + "@example.cn"),
                        Actor.SYSTEM)
                .person()
                .id();
    }
}
