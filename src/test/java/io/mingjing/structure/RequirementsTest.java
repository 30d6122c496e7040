package io.mingjing.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code src/docs/requirements.csv} tells the truth: each row names a model node and a test that exist. That the test
 * passes is seen to by the build, which runs them all; a disabled test is refused here.
 */
class RequirementsTest {

    private static final Path FILE = Path.of("src/docs/requirements.csv");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void everyRowPointsAtAModelNodeAndATestThatExist() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        assertThat(lines.get(0)).isEqualTo("requirement,article,model,node,test,page");
        List<String> faults = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != 6) {
                faults.add("not six columns: " + line);
                continue;
            }
            checkModel(cells, faults);
            checkTest(cells, faults);
        }
        assertThat(lines.size()).isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    private static void checkModel(List<String> cells, List<String> faults) throws IOException {
        String model = cells.get(2);
        String node = cells.get(3);
        if (model.isEmpty()) {
            return;
        }
        Path file = Path.of(model);
        if (!Files.isRegularFile(file)) {
            faults.add("no model " + model);
        } else if (!node.isEmpty() && !Files.readString(file).contains("id=\"" + node + "\"")) {
            faults.add("no node " + node + " in " + model);
        }
    }

    private static void checkTest(List<String> cells, List<String> faults) throws IOException {
        for (String test : cells.get(4).split("\\s+")) {
            String[] parts = test.split("#");
            if (parts.length != 2) {
                faults.add("a test is named Class#method, not " + test);
                continue;
            }
            Path source = sourceOf(parts[0]);
            if (source == null) {
                faults.add("no test class " + parts[0]);
                continue;
            }
            String text = Files.readString(source);
            if (!Pattern.compile("void\\s+" + Pattern.quote(parts[1]) + "\\s*\\(")
                    .matcher(text)
                    .find()) {
                faults.add("no test " + test);
            }
            if (text.contains("@Disabled")) {
                faults.add(parts[0] + " has a disabled test");
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Path sourceOf(String simpleName) throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(f -> f.getFileName().toString().equals(simpleName + ".java"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Splits a CSV line; a cell may be quoted to hold commas. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
