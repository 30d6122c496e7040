package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjing.models.Models.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms that lie beside the models. */
class FormFieldsTest {

    static Stream<Form> forms() {
        return Models.forms();
    }

    @Test
    void everyFormIsUsedByAModel() {
        Set<String> used = Models.models()
                .flatMap(model -> model.bpmn().getModelElementsByType(FlowNode.class).stream())
                .map(FormFieldsTest::formRef)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(forms().map(Form::id)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAfterItsFile(Form form) {
        assertThat(form.id() + ".form").isEqualTo(form.fileName());
        assertThat(form.components().stream()
                        .map(field -> field.path("key").asText(field.get("id").asText())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextFieldIsBounded(Form form) {
        assertThat(form.components().stream()
                        .filter(field -> field.get("type").asText().startsWith("textf")
                                || field.get("type").asText().equals("textarea")))
                .allSatisfy(field -> assertThat(field.at("/validate/maxLength").asInt())
                        .as(field.get("key").asText())
                        .isBetween(1, 20_000)); // a whole decision is the longest
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aConditionReadsFieldsThatComeBefore(Form form) {
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode field : form.components()) {
            String hide = field.at("/conditional/hide").asText();
            if (!hide.isEmpty()) {
                String words =
                        hide.replaceAll("\"[^\"]*\"", "").replaceAll("\\b(not|in|or|and|null|true|false)\\b", "");
                Set<String> read = Stream.of(words.split("[^a-zA-Z]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
                assertThat(seen).as(form + " " + hide).containsAll(read);
            }
            seen.add(field.path("key").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aConditionAnswersYesOrNoToAnEmptyForm(Form form) {
        assertThat(form.components().stream()
                        .map(field -> field.at("/conditional/hide").asText())
                        .filter(hide -> !hide.isEmpty()))
                .allSatisfy(hide -> assertThat(evaluate(hide, Map.of())).isIn(true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "review-acceptance, correctionItems, acceptance, CORRECT, true",
        "review-acceptance, correctionItems, acceptance, REFUSE, false",
        "review-acceptance, correctionItems, acceptance, '', false",
        "review-acceptance, refusalGround, acceptance, REFUSE, true",
        "review-acceptance, refusalGround, acceptance, ACCEPT, false",
        "review-acceptance, contact, acceptance, ACCEPT, true",
        "review-acceptance, contact, acceptance, REFUSE, false",
        "draft-decision, grounds, outcome, REVOKE, true",
        "draft-decision, grounds, outcome, REVOKE_REDO, true",
        "draft-decision, grounds, outcome, UPHOLD, false",
        "draft-decision, grounds, outcome, '', false",
        "draft-decision, dismissGrounds, outcome, DISMISS_CLAIM, true",
        "hear-views, papersOnlyReason, method, PAPERS_ONLY, true",
        "hear-views, papersOnlyReason, method, PHONE, false",
        "hear-views, heardOn, method, PHONE, true",
        "hear-views, heardOn, method, PAPERS_ONLY, false",
        "follow-performance, performedOn, performed, YES, true",
        "follow-performance, performedOn, performed, NO, false",
        "approve-acceptance, acceptedOn, result, RETURN, false",
        "approve-acceptance, acceptedOn, result, APPROVE, true",
        "review-reply, replyLength, review, RETURN, true",
        "review-reply, replyLength, review, PASS, false",
        "check-form, supplementItems, check, SUPPLEMENT, true",
        "check-form, supplementItems, check, REGISTER, false",
        "review-record, suggestions, conclusion, UNLAWFUL, true",
        "review-record, suggestions, conclusion, LAWFUL, false"
    })
    void aFieldShowsOnlyWhereItIsAskedFor(String form, String field, String on, String value, boolean shown) {
        JsonNode component = component(form, field);
        Map<String, Object> values = value.isEmpty() ? Map.of() : Map.of(on, value);
        assertThat(evaluate(component.at("/conditional/hide").asText(), values)).isEqualTo(!shown);
    }

    @ParameterizedTest
    @CsvSource({
        "submit-document, documentNumber, 沈和政规〔2026〕3号, true",
        "submit-document, documentNumber, 沈和政规[2026]3号, false",
        "submit-document, documentNumber, 3号, false",
        "register-application, applicantIdNumber, 91210102MA0XXXXX1X, true",
        "register-application, applicantIdNumber, 21010219800101001x, false",
        "register-application, applicantPhone, 024-22825000, true",
        "register-application, applicantPhone, 没有, false"
    })
    void aPatternTakesWhatOfficesWrite(String form, String field, String value, boolean fits) {
        assertThat(value.matches(component(form, field).at("/validate/pattern").asText()))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @MethodSource("formsWithVariables")
    void whatBecomesAVariableIsReadByAModelOfTheForm(Form form) {
        String conditions = Models.models()
                .filter(model -> model.bpmn().getModelElementsByType(FlowNode.class).stream()
                        .anyMatch(node -> form.id().equals(formRef(node))))
                .flatMap(model -> model.bpmn().getModelElementsByType(ConditionExpression.class).stream())
                .map(ConditionExpression::getTextContent)
                .collect(Collectors.joining("\n"));
        assertThat(variables(form))
                .allSatisfy(variable -> assertThat(conditions).containsPattern("\\b" + variable + "\\b"));
    }

    static Stream<Form> formsWithVariables() {
        return forms().filter(form -> !variables(form).isEmpty());
    }

    private static List<String> variables(Form form) {
        return form.components().stream()
                .filter(field -> field.at("/properties/variable").asText().equals("true"))
                .map(field -> field.get("key").asText())
                .toList();
    }

    private static @Nullable String formRef(FlowNode node) {
        return node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
    }

    private static JsonNode component(String form, String key) {
        return forms().filter(candidate -> candidate.id().equals(form)).findFirst().orElseThrow().components().stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Object evaluate(String hide, Map<String, Object> values) {
        assertThat(hide).startsWith("=");
        var parsed = FeelEngineBuilder.forJava().build().parseExpression(hide.substring(1));
        assertThat(parsed.isSuccess()).as(hide).isTrue();
        EvaluationResult result = FeelEngineBuilder.forJava().build().evaluate(parsed.parsedExpression(), values);
        return result.result();
    }
}
