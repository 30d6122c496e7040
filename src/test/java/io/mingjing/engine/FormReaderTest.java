package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands outside of the profile is named with its file and component. */
class FormReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"key\": \"a\", \"type\": \"table\", \"label\": \"表\"} | area/sample.form: a has the unknown type table",
                "{\"key\": \"a\", \"type\": \"textfield\"} | area/sample.form: a has no label",
                "{\"key\": \"a_b\", \"type\": \"textfield\", \"label\": \"文\"} | area/sample.form: a_b needs a key in lowerCamelCase",
                "{\"key\": \"a\", \"type\": \"textfield\", \"label\": \"文\", \"disabled\": true} | area/sample.form: a has the unknown attribute disabled",
                "{\"key\": \"a\", \"type\": \"datetime\", \"subtype\": \"time\", \"label\": \"时\"} | area/sample.form: a must be of subtype date",
                "{\"key\": \"a\", \"type\": \"select\", \"label\": \"选\"} | area/sample.form: a has no options",
                "{\"key\": \"a\", \"type\": \"textfield\", \"label\": \"文\", \"validate\": {\"max\": 3}} | area/sample.form: a cannot have validate.max",
                "{\"key\": \"a\", \"type\": \"textfield\", \"label\": \"文\", \"validate\": {\"pattern\": \"[\"}} | area/sample.form: a pattern: Unclosed character class",
                "{\"key\": \"a\", \"type\": \"textfield\", \"label\": \"文\", \"properties\": {\"colour\": \"red\"}} | area/sample.form: a has the unknown property colour",
                "{\"key\": \"a\", \"type\": \"textfield\", \"label\": \"文\", \"conditional\": {\"hide\": \"b = 1\"}} | area/sample.form: a conditional.hide must begin with =",
                "{\"key\": \"a\", \"type\": \"datetime\", \"subtype\": \"date\", \"dateLabel\": \"日\", \"properties\": {\"maxDate\": \"never\"}} | area/sample.form: a maxDate must be today or the key of a date of this form",
                "{\"key\": \"a\", \"type\": \"radio\", \"label\": \"选\", \"values\": [{\"label\": \"甲\", \"value\": \"A\"}], \"defaultValue\": \"B\"} | area/sample.form: a defaultValue must be an option"
            })
    void isOutside(String component, String problem) {
        assertThat(FormFixture.problems(component)).containsExactly(problem);
    }

    @Test
    void anExpressionThatCannotBeReadIsNamed() {
        assertThat(FormFixture.problems("""
                        {"key": "a", "type": "textfield", "label": "文", "conditional": {"hide": "=b = "}}"""))
                .singleElement()
                .asString()
                .startsWith("area/sample.form: a conditional.hide:");
    }

    @Test
    void aKeyStandsOnce() {
        String field = """
                {"key": "a", "type": "textfield", "label": "文"}""";
        assertThat(FormFixture.problems(field, field)).containsExactly("area/sample.form: a stands twice");
    }

    @Test
    void aGroupLaysItsFieldsFlatAndHidesThemWithItself() {
        Form form = FormFixture.form("""
                {"type": "group", "id": "g", "label": "组", "conditional": {"hide": "=x = 1"}, "components": [
                 {"key": "a", "type": "textfield", "label": "文", "conditional": {"hide": "=y = 2"}}]}""");
        assertThat(form.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.hideWhen()).isEqualTo("(x = 1) or (y = 2)"));
    }

    @Test
    void everyFormOfTheProjectStandsWithinTheProfile() throws IOException {
        FormReader reader = new FormReader(new ObjectMapper(), new Feel(FormFixture.CLOCK));
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".form")).toList()) {
                Form form = reader.read(Files.readString(file), file.toString(), 1, problems);
                if (!file.getFileName().toString().equals(form.id() + ".form")) {
                    problems.add(file + " has the id " + form.id());
                }
            }
        }
        assertThat(problems).isEmpty();
    }
}
