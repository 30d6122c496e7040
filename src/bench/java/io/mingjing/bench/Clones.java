package io.mingjing.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a case that was led to its step by the application (or the bare engine) itself: the same rows in the engine's
 * tables and in ours, under ids and numbers of their own and with due dates spread over sixty days, so that each copy can
 * be claimed and completed like its original. Copy {@code n} of every template has an id that can be computed.
 *
 * <p>Left out: steps that are over (their history, letters, submissions) and the search terms; and each copy has one entry
 * in the log whose hash is that of the original, so that a log with copies does not verify.
 */
final class Clones {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    /** Numbers and names that are unique; the copy's number is added. */
    private static final Set<String> NUMBERED =
            Set.of("register_no", "case_no", "case_number", "query_code", "title", "document_number");

    private static final int CHUNK = 10_000;

    /** Rows of a template: a table and which of its rows; {@code ?} is the case or the process instance. */
    private record Source(String table, String rows) {}

    private static final List<Source> ENGINE = List.of(
            new Source("ACT_RU_EXECUTION", "PROC_INST_ID_ = ?"),
            new Source("ACT_RU_TASK", "PROC_INST_ID_ = ?"),
            new Source("ACT_RU_IDENTITYLINK", "TASK_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ = ?)"),
            new Source("ACT_RU_VARIABLE", "PROC_INST_ID_ = ?"),
            new Source("ACT_RU_JOB", "PROCESS_INSTANCE_ID_ = ?"),
            new Source("ACT_HI_PROCINST", "PROC_INST_ID_ = ?"),
            new Source("ACT_HI_ACTINST", "PROC_INST_ID_ = ? and END_TIME_ is null"),
            new Source("ACT_HI_TASKINST", "PROC_INST_ID_ = ? and END_TIME_ is null"));

    private static final List<Source> OURS = List.of(
            new Source("casefile_case", "id = ?"),
            new Source("casefile_party", "case_id = ?"),
            new Source("casefile_case_organ", "case_id = ?"),
            new Source("casefile_handler", "case_id = ?"),
            new Source("casefile_key_date", "case_id = ?"),
            new Source("casefile_key_date_change", "case_id = ?"),
            new Source("casefile_limit", "case_id = ? and state = 'RUNNING'"),
            new Source(
                    "casefile_limit_version",
                    "limit_id in (select id from casefile_limit where case_id = ? and state = 'RUNNING')"),
            new Source("filing_document", "case_id = ?"),
            new Source("supervision_order", "case_id = ?"),
            new Source("supervision_light", "case_id = ?"),
            new Source("worklist_task", "case_id = ? and state = 'OPEN'"),
            new Source("audit_entry", "seq = (select max(e.seq) from audit_entry e where e.case_id = ?)"));

    /** One insert that makes copies of one row. */
    private record Copy(String insert, int template) {}

    private final DataSource database;
    private final Predicate<String> tables;
    private final List<Copy> copies = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private int templates;
    private int made;
    private boolean log;

    /** Copies into all tables that an act touches. */
    static Clones whole(DataSource database) throws SQLException {
        return new Clones(database, table -> true);
    }

    /** Copies into the tables that a list reads only: they can be listed, not completed. */
    static Clones listed(DataSource database) throws SQLException {
        return new Clones(
                database, Set.of("worklist_task", "casefile_case", "ACT_RU_TASK", "ACT_RU_IDENTITYLINK")::contains);
    }

    private Clones(DataSource database, Predicate<String> tables) throws SQLException {
        this.database = database;
        this.tables = tables;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_number (n int primary key, serial char(8) not null,"
                    + " scattered char(8) not null, due date not null, yellow date not null, red date not null)");
        }
    }

    /** Takes a case of the application as a template. */
    void ofCase(String caseId) throws SQLException {
        String instance = one("select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", caseId);
        template(instance, caseId);
    }

    /** Takes a process of the bare engine as a template. */
    void ofProcess(String instance) throws SQLException {
        template(instance, null);
    }

    /** The task of copy {@code n}: templates take turns. */
    String task(int n) {
        return copied(tasks.get(templateOf(n)), n);
    }

    int templateOf(int n) {
        return n % templates;
    }

    int made() {
        return made;
    }

    private void template(String instance, @Nullable String caseId) throws SQLException {
        Map<Source, List<Map<String, @Nullable String>>> rows = new LinkedHashMap<>();
        Map<String, Integer> ids = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            read(connection, ENGINE, instance, rows, ids);
            if (caseId != null) {
                ids.put(caseId, ids.size());
                read(connection, OURS, caseId, rows, ids);
            }
            for (var entry : rows.entrySet()) {
                for (Map<String, @Nullable String> row :
                        tables.test(entry.getKey().table())
                                ? entry.getValue()
                                : List.<Map<String, @Nullable String>>of()) {
                    prepare(connection, entry.getKey().table(), row, ids);
                }
            }
        }
        tasks.add(mark(one("select ID_ from ACT_RU_TASK where PROC_INST_ID_ = ?", instance), ids));
        templates++;
        log |= caseId != null && tables.test("audit_entry");
    }

    /** All rows, and what in them is an id of the case's own: the keys of its rows. */
    private static void read(
            Connection connection,
            List<Source> sources,
            String key,
            Map<Source, List<Map<String, @Nullable String>>> rows,
            Map<String, Integer> ids)
            throws SQLException {
        for (Source source : sources) {
            List<Map<String, @Nullable String>> found = new ArrayList<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("select * from " + source.table() + " where " + source.rows())) {
                statement.setString(1, key);
                ResultSet result = statement.executeQuery();
                while (result.next()) {
                    Map<String, @Nullable String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnName(i), result.getString(i));
                    }
                    String id = row.containsKey("ID_") ? row.get("ID_") : row.get("id");
                    if (id != null) {
                        ids.putIfAbsent(id, ids.size());
                    }
                    found.add(row);
                }
            }
            if (source.table().equals("ACT_RU_EXECUTION")) { // parents first
                found.sort(Comparator.comparing(row -> row.get("PARENT_ID_") != null));
            }
            rows.put(source, found);
        }
    }

    private void prepare(
            Connection connection, String table, Map<String, @Nullable String> row, Map<String, Integer> ids)
            throws SQLException {
        String kept = "bench_row_" + copies.size();
        List<String> keys = keys(connection, table);
        try (PreparedStatement statement =
                connection.prepareStatement("create table " + kept + " as select * from " + table + " where "
                        + String.join(
                                " and ",
                                keys.stream()
                                        .map(key -> key + " = '" + row.get(key) + "'")
                                        .toList()))) {
            statement.execute();
        }
        List<String> columns = new ArrayList<>(row.keySet());
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(value(column, row.get(column), ids));
        }
        copies.add(new Copy(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                        + " from bench_number m cross join " + kept
                        + " t where m.n >= ? and m.n < ? and mod(m.n, ?) = ?",
                templates));
    }

    private static List<String> keys(Connection connection, String table) throws SQLException {
        List<String> keys = new ArrayList<>();
        DatabaseMetaData meta = connection.getMetaData();
        for (String name : List.of(table, table.toUpperCase(Locale.ROOT), table.toLowerCase(Locale.ROOT))) {
            if (keys.isEmpty()) {
                try (ResultSet found = meta.getPrimaryKeys(connection.getCatalog(), null, name)) {
                    while (found.next()) {
                        keys.add(found.getString("COLUMN_NAME"));
                    }
                }
            }
        }
        return keys;
    }

    private static String value(String name, @Nullable String value, Map<String, Integer> ids) {
        String column = name.toLowerCase(Locale.ROOT);
        if (value == null) {
            return column.equals("due_date_") ? "m.due" : column.equals("due_on") ? "m.due" : "t." + name;
        }
        if (ids.containsKey(value)) {
            String marked = mark(value, ids);
            int place = marked.indexOf('#');
            return "concat('" + marked.substring(0, place) + "', m."
                    + (marked.charAt(place + 1) == 's' ? "scattered" : "serial")
                    + ", '" + marked.substring(place + 2) + "')";
        }
        if (NUMBERED.contains(column)) {
            return "concat(t." + name + ", '-', m.n)";
        }
        return switch (column) {
            case "due_on", "sort_due", "duedate_" -> "m.due";
            case "yellow_on" -> "m.yellow";
            case "red_on" -> "m.red";
            case "seq" -> "m.n + (select h.seq - ? from audit_head h)";
            default -> "t." + name;
        };
    }

    /**
     * The id with a place for the number of the copy. The engine's ids lie anywhere in an index, ours follow each other;
     * so do those of the copies.
     */
    private static String mark(String id, Map<String, Integer> ids) {
        Matcher uuid = UUID.matcher(id);
        if (!uuid.find()) {
            throw new IllegalStateException("not an id: " + id);
        }
        boolean engine = uuid.group().charAt(14) == '1';
        return id.substring(0, uuid.start())
                + '#'
                + (engine ? 's' : 'o')
                + String.format(Locale.ROOT, "-%04x", ids.get(id))
                + uuid.group().substring(13);
    }

    private static String copied(String marked, int n) {
        int place = marked.indexOf('#');
        String number = marked.charAt(place + 1) == 's' ? scattered(n) : serial(n);
        return marked.substring(0, place) + number + marked.substring(place + 2);
    }

    private static String serial(int n) {
        return String.format(Locale.ROOT, "%08x", n);
    }

    private static String scattered(int n) {
        return String.format(Locale.ROOT, "%08x", (n * 2654435761L) & 0xffffffffL);
    }

    /** Makes copies until there are so many. */
    void fillTo(int total) throws SQLException {
        number(made, total);
        int base = made;
        List<int[]> chunks = new ArrayList<>();
        for (int from = made; from < total; from += CHUNK) {
            chunks.add(new int[] {from, Math.min(total, from + CHUNK)});
        }
        int middle = chunks.size() / 2;
        SQLException[] failed = new SQLException[1];
        Thread half = new Thread(() -> {
            try {
                insert(chunks.subList(0, middle), base);
            } catch (SQLException e) {
                failed[0] = e;
            }
        });
        half.start();
        insert(chunks.subList(middle, chunks.size()), base);
        try {
            half.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failed[0] != null) {
            throw failed[0];
        }
        if (log) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("update audit_head set seq = seq + " + (total - made));
            }
        }
        made = total;
    }

    private void insert(List<int[]> chunks, int base) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement checks = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean h2 = connection.getMetaData().getDatabaseProductName().startsWith("H2");
            if (!h2) {
                checks.execute("set foreign_key_checks = 0, unique_checks = 0");
            }
            for (int[] chunk : chunks) {
                for (Copy copy : copies) {
                    try (PreparedStatement insert = connection.prepareStatement(copy.insert())) {
                        int i = 1;
                        if (copy.insert().contains("audit_head")) {
                            insert.setInt(i++, base - 1);
                        }
                        insert.setInt(i++, chunk[0]);
                        insert.setInt(i++, chunk[1]);
                        insert.setInt(i++, templates);
                        insert.setInt(i, copy.template());
                        insert.executeUpdate();
                    }
                }
                connection.commit();
            }
            if (!h2) {
                checks.execute("set foreign_key_checks = 1, unique_checks = 1");
            }
            connection.setAutoCommit(true);
        }
    }

    private void number(int from, int to) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            int n = from;
            while (n < to) {
                StringBuilder rows = new StringBuilder();
                for (int i = 0; i < 1000 && n < to; i++, n++) {
                    LocalDate due = City.TODAY.plusDays(1 + n % 60);
                    rows.append(i == 0 ? "" : ",")
                            .append("(%d,'%s','%s','%s','%s','%s')"
                                    .formatted(n, serial(n), scattered(n), due, due.minusDays(3), due.minusDays(1)));
                }
                try (Statement insert = connection.createStatement()) {
                    insert.executeUpdate("insert into bench_number values " + rows);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private String one(String sql, String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            ResultSet result = statement.executeQuery();
            if (!result.next()) {
                throw new IllegalStateException(sql + " of " + key + " found nothing");
            }
            return result.getString(1);
        }
    }
}
