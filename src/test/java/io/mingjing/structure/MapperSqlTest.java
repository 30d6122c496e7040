package io.mingjing.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Mapper SQL touches the tables of its own module and other modules' declared views {@code <module>_v_*}, nothing else,
 * and never builds SQL from text ({@code ${}}).
 */
class MapperSqlTest {

    private static final Path JAVA = Path.of("src/main/java/io/mingjing");
    private static final Path XML = Path.of("src/main/resources/io/mingjing");
    private static final Set<String> MODULES = Set.of(
            "time",
            "identity",
            "audit",
            "engine",
            "document",
            "casefile",
            "review",
            "supervision",
            "litigation",
            "filing",
            "decision",
            "worklist",
            "alert",
            "inspection",
            "statistics",
            "portal",
            "web");
    private static final Pattern TABLE = Pattern.compile("\\b([a-z]+)_[a-z0-9_]+\\b");
    private static final Pattern AFTER_KEYWORD =
            Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z]+_[a-z0-9_]+)", Pattern.CASE_INSENSITIVE);

    @Test
    void mappersStayWithinTheirModulesTables() throws IOException {
        List<String> faults = new ArrayList<>();
        int statements = 0;
        for (Path file : mapperFiles()) {
            String module = moduleOf(file);
            String text = Files.readString(file);
            if (text.contains("${")) {
                faults.add(file + " builds SQL with ${}");
            }
            Matcher tables = AFTER_KEYWORD.matcher(text.toLowerCase(Locale.ROOT));
            while (tables.find()) {
                statements++;
                String table = tables.group(1);
                String owner = table.substring(0, table.indexOf('_'));
                boolean view = table.startsWith(owner + "_v_");
                if (MODULES.contains(owner) && !owner.equals(module) && !view) {
                    faults.add(file + " reaches into " + table);
                }
                if (owner.equals("act")) {
                    faults.add(file + " reads the engine's table " + table);
                }
            }
        }
        assertThat(statements).as("tables named in mappers").isPositive();
        assertThat(faults).isEmpty();
    }

    @Test
    void tablesAndViewsAreNamedAfterTheirModule() throws IOException {
        Set<String> strangers = new TreeSet<>();
        List<String> created = new ArrayList<>();
        try (var files = Files.list(Path.of("sql"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                Matcher name = Pattern.compile(
                                "create\\s+(?:table|view|or replace view)\\s+(?:if not exists\\s+)?([a-z0-9_]+)")
                        .matcher(Files.readString(file).toLowerCase(Locale.ROOT));
                name.results().map((MatchResult r) -> r.group(1)).forEach(table -> {
                    created.add(table);
                    if (!TABLE.matcher(table).matches() || !MODULES.contains(table.substring(0, table.indexOf('_')))) {
                        strangers.add(file.getFileName() + ": " + table);
                    }
                });
            }
        }
        assertThat(created).isNotEmpty();
        assertThat(strangers).isEmpty();
    }

    private static List<Path> mapperFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(JAVA, XML)) {
            if (Files.isDirectory(root)) {
                try (var files = Files.walk(root)) {
                    files.filter(f -> f.getFileName().toString().matches(".*Mapper\\.(java|xml)"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static String moduleOf(Path file) {
        Path root = file.startsWith(JAVA) ? JAVA : XML;
        return root.relativize(file).getName(0).toString();
    }
}
