package db.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Creates the tables of the process engine by the very scripts in the engine's jar, so that the engine itself never
 * changes a schema. An upgrade of the engine needs a migration of its own with the scripts of the jar's {@code
 * db/upgrade} folder: the engine does not notice an old schema of the same major version.
 */
public class V202611210900__engine_schema extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    /** The engine's version; without a checksum Flyway would not notice an edit of this class. */
    @Override
    public Integer getChecksum() {
        return 72400;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String dialect = product.toLowerCase(Locale.ROOT).startsWith("h2") ? "h2" : "mysql";
        try (Statement statement = context.getConnection().createStatement()) {
            for (String part : PARTS) {
                for (String sql : statements(dialect, part)) {
                    statement.execute(sql);
                }
            }
        }
    }

    /**
     * Splits as the engine does: comment lines go first (a licence line ends with a semicolon), a statement ends where
     * a line ends with one.
     */
    private static List<String> statements(String dialect, String part) {
        String path = "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql";
        List<String> statements = new ArrayList<>();
        try (InputStream in =
                V202611210900__engine_schema.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The engine's jar has no " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            StringBuilder sql = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("--") || text.startsWith("#")) {
                    continue;
                }
                boolean end = text.endsWith(";");
                sql.append(end ? text.substring(0, text.length() - 1) : text).append('\n');
                if (end) {
                    statements.add(sql.toString());
                    sql.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
        return statements;
    }
}
