package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjing.models.Models.Form;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** A form that drafts a letter asks for what the letter demands, by the letter's own names. */
class FormLettersTest {

    /** What the case or the area's own row knows without asking, or what the area puts together from several fields. */
    private static final Set<String> KNOWN = Set.of(
            "applicant",
            "respondent",
            "responsible",
            "filingOrgan",
            "receivedOn",
            "acceptedOn",
            "suspendedOn",
            "correctionItems",
            "documentTitle",
            "documentNumber",
            // the outcome of a decision brings its standard wording and its provisions
            "holding",
            "legalBasis");

    /** The tasks whose letter depends on what the officer proposes. */
    private static final Map<String, List<String>> BY_OUTCOME = Map.of(
            "review-acceptance", List.of("acceptance-notice", "reply-notice", "correction-notice", "refusal"),
            "check-form", List.of("supplement-notice"),
            "propose-termination", List.of("termination"));

    private static final Map<String, List<Map<String, Object>>> LETTERS = letters();

    @ParameterizedTest
    @CsvSource({
        "review-acceptance",
        "propose-termination",
        "draft-deemed-letters",
        "draft-decision",
        "draft-order",
        "check-form",
        "review-record"
    })
    void aDraftIsWholeWhenItsFormIsFilledIn(String form) {
        Set<String> required = fields(form)
                .filter(field -> field.at("/validate/required").asBoolean())
                .map(FormLettersTest::letterField)
                .collect(Collectors.toSet());
        for (String letter : drafted(form)) {
            assertThat(names(letter, FormLettersTest::demanded).filter(name -> !KNOWN.contains(name)))
                    .as(form + " drafts " + letter)
                    .allMatch(required::contains);
        }
    }

    @Test
    void everyFieldMarkedForALetterIsAFieldOfALetterThatItsTaskDrafts() {
        Models.forms().forEach(form -> {
            Set<String> known = drafted(form.id()).stream()
                    .flatMap(letter -> names(letter, field -> true))
                    .collect(Collectors.toSet());
            assertThat(fields(form.id()).map(FormLettersTest::letterField))
                    .as(form.id())
                    .allMatch(known::contains);
        });
    }

    @Test
    void everyLetterThatATaskNamesIsThere() {
        assertThat(tasks().flatMap(task -> named(task).stream())).isNotEmpty().allMatch(LETTERS::containsKey);
    }

    private static List<String> drafted(String form) {
        return BY_OUTCOME.getOrDefault(
                form,
                tasks().filter(task ->
                                form.equals(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef")))
                        .filter(task -> "draft".equals(Models.properties(task).get("letterAct")))
                        .flatMap(task -> named(task).stream())
                        .toList());
    }

    private static List<String> named(UserTask task) {
        String letters = Models.properties(task).get("letters");
        return letters == null ? List.of() : List.of(letters.split(","));
    }

    private static Stream<UserTask> tasks() {
        return Models.models().flatMap(model -> model.bpmn().getModelElementsByType(UserTask.class).stream());
    }

    private static Stream<JsonNode> fields(String id) {
        Form form =
                Models.forms().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return form.components().stream().filter(field -> !letterField(field).isEmpty());
    }

    private static String letterField(JsonNode field) {
        return field.at("/properties/letterField").asText();
    }

    private static boolean demanded(Map<String, Object> field) {
        return !Boolean.TRUE.equals(field.get("optional"))
                && !Boolean.TRUE.equals(field.get("late"))
                && !field.containsKey("defaultValue");
    }

    private static Stream<String> names(String letter, java.util.function.Predicate<Map<String, Object>> which) {
        return LETTERS.getOrDefault(letter, List.of()).stream()
                .filter(which)
                .map(field -> String.valueOf(field.get("name")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Map<String, Object>>> letters() {
        Map<String, List<Map<String, Object>>> letters = new HashMap<>();
        try (Stream<Path> files = Files.walk(Models.ROOT)) {
            for (Path file : files.filter(path -> path.endsWith("letters.yml")).toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    Map<String, Object> yaml = new Yaml().load(reader);
                    for (Map<String, Object> letter :
                            (List<Map<String, Object>>) yaml.getOrDefault("letters", List.of())) {
                        letters.put(String.valueOf(letter.get("code")), (List<Map<String, Object>>)
                                letter.getOrDefault("fields", List.of()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }
}
