package io.mingjing.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forms for tests; today is 2026-03-02. */
final class FormFixture {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), Timekeeper.ZONE);

    private FormFixture() {}

    static FormCheck check() {
        return new FormCheck(new Feel(CLOCK), CLOCK);
    }

    /** The form with these components, which must stand within the profile. */
    static Form form(String... components) {
        List<String> problems = new ArrayList<>();
        Form form = read(problems, components);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return form;
    }

    /** What is outside of the profile in a form with these components. */
    static List<String> problems(String... components) {
        List<String> problems = new ArrayList<>();
        read(problems, components);
        return problems;
    }

    private static Form read(List<String> problems, String... components) {
        String json = """
                {"schemaVersion": 16, "id": "sample", "type": "default", "components": [%s]}
                """.formatted(String.join(",", components));
        return new FormReader(new ObjectMapper(), new Feel(CLOCK)).read(json, "area/sample.form", 1, problems);
    }
}
