package io.mingjing.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Refusal.FieldError;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTextsTest {

    private static final Map<String, String> BUNDLE = Map.of(
            "refusal.FIELDS", "请改正后再提交。",
            "refusal.TASK_DONE", "该任务已由{0}办结。",
            "refusal.OTHER", "未能办理（{0}）。",
            "field.REQUIRED", "请填写。",
            "field.TOO_LONG", "至多{0}字。");

    private static final Refusal WHOLE = Refusal.conflict("TASK_DONE", "李军");
    private static final Refusal FIELDS = Refusal.fields(List.of(
            FieldError.of("note", "REQUIRED"),
            FieldError.of("note", "TOO_LONG", 10),
            FieldError.of("day", "REQUIRED")));

    private final RefusalTexts texts = new RefusalTexts(
            (key, args, locale) -> BUNDLE.containsKey(key) ? MessageFormat.format(BUNDLE.get(key), args) : null);

    @Test
    void aRefusalIsSaidWithItsArguments() {
        assertThat(texts.of(WHOLE, Locale.CHINA)).isEqualTo("该任务已由李军办结。");
        assertThat(texts.whole(WHOLE, Locale.CHINA)).isEqualTo("该任务已由李军办结。");
        assertThat(texts.byField(WHOLE, Locale.CHINA)).isEqualTo(Map.of("", "该任务已由李军办结。"));
        assertThat(texts.sentences(WHOLE, field -> field + "：", Locale.CHINA)).containsExactly("该任务已由李军办结。");
    }

    @Test
    void wrongFieldsAreSaidInsteadOfTheWhole() {
        assertThat(texts.whole(FIELDS, Locale.CHINA)).isNull();
        assertThat(texts.byField(FIELDS, Locale.CHINA))
                .containsExactly(Map.entry("note", "请填写。"), Map.entry("day", "请填写。"));
        assertThat(texts.sentences(FIELDS, field -> field + "：", Locale.CHINA))
                .containsExactly("note：请填写。", "note：至多10字。", "day：请填写。");
        assertThat(texts.all(FIELDS, Locale.CHINA)).isEqualTo(texts.fields(FIELDS.errors(), Locale.CHINA));
    }

    @Test
    void aCodeWithoutATextIsNamedSoThatItCanBeReported() {
        assertThat(texts.of(Refusal.invalid("NEW_CODE"), Locale.CHINA)).isEqualTo("未能办理（refusal.NEW_CODE）。");
    }
}
