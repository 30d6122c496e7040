package io.mingjing.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Rows and bytes that a case leaves behind, by module, on MariaDB: documents led from submission into the register, every
 * step through the services. {@code mvn -Pbench test-compile exec:java -Dbench=io.mingjing.bench.FootprintBench}
 */
public final class FootprintBench {

    private static final int CASES = Integer.parseInt(Application.knob("bench.cases", "200"));

    private record Size(long rows, long bytes) {}

    private FootprintBench() {}

    public static void main(String[] args) throws Exception {
        try (DurableMariaDb server = DurableMariaDb.start("1G");
                ConfigurableApplicationContext context =
                        Application.start(server.fresh("footprint"), "mingjing.office.home=none")) {
            DataSource database = context.getBean(DataSource.class);
            City city = new City(context);
            city.filed(); // reference rows and the first pages are there
            Map<String, Size> before = sizes(database);
            for (int i = 0; i < CASES; i++) {
                city.filed();
            }
            Table table = new Table("tables of", "rows a case", "bytes a case");
            sizes(database).forEach((module, after) -> {
                Size first = before.getOrDefault(module, new Size(0, 0));
                if (after.rows() > first.rows()) {
                    table.row(
                            module,
                            String.format(Locale.ROOT, "%.1f", (after.rows() - first.rows()) / (double) CASES),
                            "%,d".formatted((after.bytes() - first.bytes()) / CASES));
                }
            });
            table.print(System.out);
        }
        System.exit(0); // the build's JVM keeps threads of the pools
    }

    /** By module: the engine's run-time and history tables apart, ours by the beginning of their names. */
    private static Map<String, Size> sizes(DataSource database) throws SQLException {
        Map<String, Size> sizes = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement tables = connection.createStatement();
                Statement each = connection.createStatement();
                ResultSet found = tables.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'BASE TABLE'")) {
            while (found.next()) {
                String name = found.getString(1);
                each.execute("analyze table " + name);
                long rows = one(each, "select count(*) from " + name);
                long bytes = one(
                        each,
                        "select data_length + index_length from information_schema.tables"
                                + " where table_schema = database() and table_name = '" + name + "'");
                String lower = name.toLowerCase(Locale.ROOT);
                String module = lower.startsWith("act_")
                        ? "engine " + lower.substring(4, 6)
                        : lower.substring(0, lower.indexOf('_'));
                sizes.merge(
                        module, new Size(rows, bytes), (a, b) -> new Size(a.rows() + b.rows(), a.bytes() + b.bytes()));
            }
        }
        return sizes;
    }

    private static long one(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
