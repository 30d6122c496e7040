package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjing.models.Models.Form;
import io.mingjing.models.Models.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model or form says in Chinese it also says in English, and nothing is translated that is not there. */
class ModelTextsTest {

    static Stream<Path> areas() {
        return Models.models().map(Model::folder).distinct();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyTextHasItsEnglish(Path area) {
        assertThat(new TreeSet<>(
                        Models.texts(area.resolve("messages_en.properties")).keySet()))
                .isEqualTo(new TreeSet<>(expected(area)));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void stagesAreNamedInBothLanguages(Path area) {
        Map<String, String> chinese = Models.texts(area.resolve("messages.properties"));
        assertThat(new TreeSet<>(chinese.keySet()))
                .isEqualTo(new TreeSet<>(
                        inArea(area).flatMap(ModelTextsTest::stages).toList()));
        assertThat(chinese.values()).allMatch(text -> text.codePoints().allMatch(Character::isIdeographic));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void englishIsEnglish(Path area) {
        Map<String, String> texts = Models.texts(area.resolve("messages_en.properties"));
        assertThat(texts.entrySet())
                .allSatisfy(text -> assertThat(text.getValue().replace("沈和政规〔2026〕3号", ""))
                        .as(text.getKey())
                        .isNotBlank()
                        .matches(value -> value.codePoints().noneMatch(Character::isIdeographic)));
    }

    private static List<String> expected(Path area) {
        List<String> keys = new ArrayList<>();
        inArea(area).forEach(model -> {
            String process = model.process().getId();
            keys.add(process);
            stages(model).forEach(keys::add);
            model.bpmn().getModelElementsByType(FlowElement.class).stream()
                    .filter(node -> node.getName() != null)
                    .forEach(node -> keys.add(process + "." + node.getId()));
        });
        Models.forms().filter(form -> form.folder().equals(area)).forEach(form -> addForm(form, keys));
        return keys;
    }

    private static void addForm(Form form, List<String> keys) {
        for (JsonNode field : form.components()) {
            String key =
                    form.id() + "." + field.path("key").asText(field.get("id").asText());
            keys.add(key + ".label");
            if (field.has("description")) {
                keys.add(key + ".description");
            }
            field.path("values")
                    .forEach(option ->
                            keys.add(key + ".option." + option.get("value").asText()));
        }
    }

    private static Stream<Model> inArea(Path area) {
        return Models.models().filter(model -> model.folder().equals(area));
    }

    private static Stream<String> stages(Model model) {
        return Stream.of(Objects.requireNonNull(
                                Models.properties(model.process()).get("stages"))
                        .split(","))
                .map(stage -> model.process().getId() + ".stage." + stage);
    }
}
