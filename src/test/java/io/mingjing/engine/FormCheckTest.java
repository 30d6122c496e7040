package io.mingjing.engine;

import static io.mingjing.engine.FormFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

    private static final String NAME = """
            {"key": "name", "type": "textfield", "label": "姓名", "validate": {"required": true, "minLength": 2, "maxLength": 4}}""";
    private static final String PHONE = """
            {"key": "phone", "type": "textfield", "label": "电话", "validate": {"pattern": "^[0-9-]+$"}}""";
    private static final String AMOUNT = """
            {"key": "amount", "type": "number", "label": "金额", "decimalDigits": 2, "validate": {"min": 0, "max": 3000}}""";
    private static final String COPIES = """
            {"key": "copies", "type": "number", "label": "份数"}""";
    private static final String RECEIVED = """
            {"key": "receivedOn", "type": "datetime", "subtype": "date", "dateLabel": "收到日期", "properties": {"maxDate": "today"}}""";
    private static final String ACCEPTED = """
            {"key": "acceptedOn", "type": "datetime", "subtype": "date", "dateLabel": "受理日期",
             "properties": {"minDate": "receivedOn", "notBefore": "received"}}""";
    private static final String OUTCOME = """
            {"key": "outcome", "type": "radio", "label": "结论", "values": [{"label": "受理", "value": "ACCEPT"},
             {"label": "不予受理", "value": "REFUSE"}], "validate": {"required": true}}""";
    private static final String GROUND = """
            {"key": "ground", "type": "textarea", "label": "理由", "validate": {"required": true},
             "conditional": {"hide": "=outcome != \\"REFUSE\\""}}""";
    private static final String DETAIL = """
            {"key": "detail", "type": "textfield", "label": "说明", "conditional": {"hide": "=ground = null"}}""";
    private static final String KINDS = """
            {"key": "kinds", "type": "checklist", "label": "种类", "values": [{"label": "甲", "value": "A"},
             {"label": "乙", "value": "B"}, {"label": "丙", "value": "C"}]}""";
    private static final String SURE = """
            {"key": "sure", "type": "checkbox", "label": "确认"}""";

    private final FormCheck check = FormFixture.check();

    @Test
    void valuesGetTheirTypes() {
        Map<String, Object> values = check.validate(
                form(NAME, AMOUNT, RECEIVED, OUTCOME, KINDS, SURE),
                Map.of(
                        "name",
                        "　李军 ",
                        "amount",
                        "１２３.50",
                        "receivedOn",
                        "2026-02-28",
                        "outcome",
                        "ACCEPT",
                        "kinds",
                        List.of("C", "A", "C"),
                        "sure",
                        "on"),
                Map.of());

        assertThat(values)
                .containsExactly(
                        entry("name", "李军"),
                        entry("amount", new BigDecimal("123.50")),
                        entry("receivedOn", LocalDate.of(2026, 2, 28)),
                        entry("outcome", "ACCEPT"),
                        entry("kinds", List.of("A", "C")),
                        entry("sure", true));
    }

    @Test
    void valuesOfTheApiAreAsGoodAsThoseOfThePage() {
        assertThat(check.validate(form(AMOUNT, SURE), Map.of("amount", 12, "sure", true), Map.of()))
                .containsExactly(entry("amount", new BigDecimal("12")), entry("sure", true));
    }

    @Test
    void whatIsEmptyDoesNotAppearButABoxNotTickedIsFalse() {
        assertThat(check.validate(form(PHONE, AMOUNT, KINDS, SURE), Map.of("phone", "  ", "kinds", ""), Map.of()))
                .containsExactly(entry("sure", false));
    }

    @Test
    void unknownKeysAreDropped() {
        assertThat(check.validate(form(PHONE), Map.of("phone", "110", "isAdmin", "true"), Map.of()))
                .containsOnlyKeys("phone");
    }

    @ParameterizedTest
    @CsvSource({
        "'', REQUIRED",
        "'　 ', REQUIRED",
        "李, TOO_SHORT",
        "李军王芳赵, TOO_LONG",
    })
    void textsAreMeasured(String name, String code) {
        assertThat(codes(form(NAME), Map.of("name", name))).containsExactly("name " + code);
    }

    @Test
    void aRareCharacterCountsOnce() {
        assertThat(check.validate(form(NAME), Map.of("name", "𠮷𠮷𠮷𠮷"), Map.of()))
                .containsEntry("name", "𠮷𠮷𠮷𠮷");
    }

    @Test
    void theErrorOfALongTextTellsBothLengths() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check.validate(form(NAME), Map.of("name", "𠮷𠮷𠮷𠮷𠮷"), Map.of()))
                .satisfies(refusal ->
                        assertThat(refusal.errors()).containsExactly(FieldError.of("name", "TOO_LONG", 4, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "12a, NOT_A_NUMBER",
        "1e3, NOT_A_NUMBER",
        "1.234, NOT_A_NUMBER",
        "-0.01, TOO_SMALL",
        "3000.01, TOO_LARGE"
    })
    void numbersAreChecked(String amount, String code) {
        assertThat(codes(form(AMOUNT), Map.of("amount", amount))).containsExactly("amount " + code);
    }

    @Test
    void aNumberIsWholeUnlessTheFormSaysOtherwise() {
        assertThat(codes(form(COPIES), Map.of("copies", "1.5"))).containsExactly("copies NOT_A_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-2-3", "02/03/2026", "明天", "0026-03-02", "2025-02-29"})
    void aDateMustExist(String date) {
        assertThat(codes(form(RECEIVED), Map.of("receivedOn", date))).containsExactly("receivedOn NOT_A_DATE");
    }

    @Test
    void aDateMayBeTodayButNotTomorrow() {
        assertThat(codes(form(RECEIVED), Map.of("receivedOn", "2026-03-02"))).isEmpty();
        assertThat(codes(form(RECEIVED), Map.of("receivedOn", "2026-03-03")))
                .containsExactly("receivedOn DATE_TOO_LATE");
    }

    @Test
    void aDateIsBoundByAnotherOfTheFormAndByAKeyDateOfTheCase() {
        Form form = form(RECEIVED, ACCEPTED);
        assertThat(codes(form, Map.of("receivedOn", "2026-03-01", "acceptedOn", "2026-02-28")))
                .containsExactly("acceptedOn DATE_TOO_EARLY");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check.validate(
                        form, Map.of("acceptedOn", "2026-02-27"), Map.of("received", LocalDate.of(2026, 2, 28))))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .containsExactly(FieldError.of("acceptedOn", "DATE_TOO_EARLY", LocalDate.of(2026, 2, 28))));
    }

    @Test
    void onlyListedOptionsCount() {
        assertThat(codes(form(OUTCOME, KINDS), Map.of("outcome", "accept", "kinds", List.of("A", "D"))))
                .containsExactly("outcome NOT_AN_OPTION", "kinds NOT_AN_OPTION");
    }

    @Test
    void aPatternIsKept() {
        assertThat(codes(form(PHONE), Map.of("phone", "12 ab"))).containsExactly("phone PATTERN");
    }

    @Test
    void aHiddenFieldIsNeitherRequiredNorKept() {
        assertThat(check.validate(form(OUTCOME, GROUND), Map.of("outcome", "ACCEPT", "ground", "旧文字"), Map.of()))
                .containsExactly(entry("outcome", "ACCEPT"));
        assertThat(codes(form(OUTCOME, GROUND), Map.of("outcome", "REFUSE"))).containsExactly("ground REQUIRED");
    }

    @Test
    void aHiddenFieldIsNullForTheConditionsOfOthers() {
        Form form = form(DETAIL, OUTCOME, GROUND);
        assertThat(check.hidden(form, Map.of("outcome", "ACCEPT", "ground", "文字")))
                .containsOnly("ground", "detail");
        assertThat(check.hidden(form, Map.of("outcome", "REFUSE", "ground", "文字")))
                .isEmpty();
    }

    @Test
    void nothingFilledInHidesWhatDependsOnAChoice() {
        assertThat(check.hidden(form(OUTCOME, GROUND), Map.of())).containsOnly("ground");
    }

    @Test
    void aConditionThatCannotBeAnsweredShowsItsFieldAndLeavesTheOthersAlone() {
        Form form = form(OUTCOME, """
                {"key": "first", "type": "textfield", "label": "甲", "conditional": {"hide": "=outcome > 3"}}""", """
                {"key": "second", "type": "textfield", "label": "乙", "conditional": {"hide": "=outcome = \\"REFUSE\\""}}""", """
                {"key": "third", "type": "textfield", "label": "丙", "conditional": {"hide": "=nobody knows(outcome)"}}""");
        assertThat(check.hidden(form, Map.of("outcome", "REFUSE"))).containsOnly("second");
    }

    @Test
    void aReadOnlyFieldIsNeverTakenFromTheReader() {
        Form form = form("""
                {"key": "number", "type": "textfield", "label": "文号", "readonly": true}""");
        assertThat(check.validate(form, Map.of("number", "伪造"), Map.of())).isEmpty();
    }

    private List<String> codes(Form form, Map<String, ?> raw) {
        try {
            check.validate(form, raw, Map.of());
            return List.of();
        } catch (Refusal refusal) {
            return refusal.errors().stream()
                    .map(error -> error.field() + " " + error.code())
                    .toList();
        }
    }
}
