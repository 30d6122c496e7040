package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.shared.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormRenderingTest {

    private static final Pages PAGES = Pages.chinese();

    private static final Form FORM = new Form(
            "demo",
            1,
            "{}",
            List.of(
                    field("explain", Field.Type.NOTE, "先核对材料。", false, null),
                    field("name", Field.Type.TEXT, "申请人", true, null),
                    field("reasons", Field.Type.TEXTAREA, "理由", true, null),
                    field("copies", Field.Type.NUMBER, "份数", false, null),
                    field("receivedOn", Field.Type.DATE, "收到日期", true, null),
                    field("foreign", Field.Type.CHECKBOX, "涉外", false, null),
                    choice("acceptance", Field.Type.RADIO, "审查结论", null),
                    choice("ground", Field.Type.SELECT, "情形", "=acceptance != \"REFUSE\""),
                    choice("conditions", Field.Type.CHECKLIST, "受理条件", null)));

    @Test
    void everyTypeBecomesANativeControlWithItsLabel() {
        String html = render(Map.of(), List.of());

        assertThat(html)
                .contains("mj-field--note", "先核对材料。")
                .containsPattern("<label for=\"f-name\">\\s*<span>申请人</span>\\s*<span class=\"mj-required\">必填</span>")
                .containsPattern("<fieldset[^>]*>\\s*<legend>\\s*<span>审查结论</span>");
        assertThat(tag(html, "f-name"))
                .contains("<input", "type=\"text\"", "maxlength=\"200\"", "aria-required=\"true\"");
        assertThat(tag(html, "f-reasons")).contains("<textarea");
        assertThat(tag(html, "f-copies")).contains("inputmode=\"decimal\"");
        assertThat(tag(html, "f-receivedOn")).contains("type=\"date\"");
        assertThat(tag(html, "f-foreign")).contains("type=\"checkbox\"", "value=\"true\"");
        assertThat(tag(html, "f-acceptance-ACCEPT")).contains("type=\"radio\"");
        assertThat(tag(html, "f-ground")).contains("<select");
        assertThat(tag(html, "f-conditions-ACCEPT")).contains("type=\"checkbox\"");
    }

    @Test
    void everyValueIsEchoedAsItWasTyped() {
        String html = render(
                Map.of(
                        "name", "<b>张三</b>",
                        "reasons", "第一行\n第二行",
                        "copies", "三份",
                        "receivedOn", LocalDate.of(2026, 3, 2),
                        "foreign", "true",
                        "acceptance", "REFUSE",
                        "ground", "ACCEPT",
                        "conditions", List.of("ACCEPT", "REFUSE")),
                List.of());

        assertThat(html).contains("第一行\n第二行</textarea>").containsPattern("<option value=\"ACCEPT\" selected");
        assertThat(tag(html, "f-name")).contains("value=\"&lt;b&gt;张三&lt;/b&gt;\"");
        assertThat(tag(html, "f-copies")).contains("value=\"三份\"");
        assertThat(tag(html, "f-receivedOn")).contains("value=\"2026-03-02\"");
        assertThat(tag(html, "f-foreign")).contains("checked");
        assertThat(tag(html, "f-acceptance-REFUSE")).contains("checked");
        assertThat(tag(html, "f-acceptance-ACCEPT")).doesNotContain("checked");
        assertThat(tag(html, "f-conditions-ACCEPT")).contains("checked=");
        assertThat(tag(html, "f-conditions-REFUSE")).contains("checked=");
    }

    @Test
    void aNumberIsEchoedWithoutExponentAndADefaultShowsOnlyWhereNothingWasEntered() {
        Field copies = withDefault(field("copies", Field.Type.NUMBER, "份数", false, null), new BigDecimal("1E+2"));
        Form form = new Form("demo", 1, "{}", List.of(copies));

        assertThat(render(form, Map.of(), List.of())).contains("value=\"100\"");
        assertThat(render(form, Map.of("copies", ""), List.of())).contains("value=\"\"");
    }

    @Test
    void aComplaintStandsBesideItsFieldAndInTheSummary() {
        String html =
                render(Map.of(), List.of(FieldError.of("name", "REQUIRED"), FieldError.of("acceptance", "REQUIRED")));

        assertThat(html)
                .contains("有 2 处需要改正", "href=\"#f-name\"", "href=\"#f-acceptance-ACCEPT\"", "id=\"e-name\"")
                .containsPattern("<fieldset class=\"mj-field is-wrong\"[^>]*aria-describedby=\"e-acceptance\"");
        assertThat(tag(html, "f-name")).contains("aria-describedby=\"e-name\"", "aria-invalid=\"true\"");
    }

    @Test
    void aComplaintAboutNoFieldIsStillSaid() {
        assertThat(render(Map.of(), List.of(FieldError.of("elsewhere", "REQUIRED"))))
                .contains("有 1 处需要改正")
                .doesNotContain("href=\"#f-elsewhere\"");
    }

    @Test
    void onlyAFieldThatOthersDependOnAsksTheServerAgain() {
        String html = render(Map.of(), List.of());

        assertThat(html).containsOnlyOnce("hx-post=\"/tasks/1/form\"");
        assertThat(html).containsPattern("<fieldset[^>]*hx-post=\"/tasks/1/form\"[^>]*hx-trigger=\"change\"");
    }

    @Test
    void theFormIsSentOnceAndCarriesItsKey() {
        Map<String, Object> model = model(FORM, Map.of(), List.of());
        model.put("formKey", "k-1");

        assertThat(PAGES.render("web/form :: form", model))
                .contains("hx-sync=\"this:drop\"", "name=\"formKey\" value=\"k-1\"", "hx-disabled-elt=");
    }

    @Test
    void anEnglishReaderGetsTheTextsBesideTheModel() {
        Form form =
                new Form("review-acceptance", 1, "{}", List.of(choice("acceptance", Field.Type.RADIO, "审查结论", null)));

        assertThat(Pages.english().render("web/form :: form", model(form, Map.of(), List.of())))
                .contains("required")
                .doesNotContain("审查结论");
    }

    @Test
    void theConfirmationShowsConsequencesAndCarriesEveryValue() {
        Map<String, Object> values = Map.of(
                "name", "张三", "acceptance", "ACCEPT", "conditions", List.of("ACCEPT", "REFUSE"), "foreign", "true");
        Map<String, Object> model = model(FORM, values, List.of());
        model.put("consequences", List.of("发出受理通知书"));

        assertThat(PAGES.render("web/answers :: confirm", model))
                .contains("发出受理通知书", "张三", "受理；不予受理", "/tasks/1/complete", "返回修改")
                .contains("<input type=\"hidden\" name=\"acceptance\" value=\"ACCEPT\"")
                .contains("<input type=\"hidden\" name=\"conditions\" value=\"ACCEPT\"")
                .contains("<input type=\"hidden\" name=\"conditions\" value=\"REFUSE\"");
    }

    private static String tag(String html, String id) {
        Matcher found = Pattern.compile("<[^>]*\\sid=\"" + id + "\"[^>]*>").matcher(html);
        assertThat(found.find()).as("an element with the id %s", id).isTrue();
        return found.group();
    }

    private static String render(Map<String, ?> values, List<FieldError> errors) {
        return render(FORM, values, errors);
    }

    private static String render(Form form, Map<String, ?> values, List<FieldError> errors) {
        return PAGES.render("web/form :: form", model(form, values, errors));
    }

    private static Map<String, Object> model(Form form, Map<String, ?> values, List<FieldError> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("values", values);
        model.put("errors", errors);
        model.put("action", "/tasks/1");
        model.put("submitLabel", "提交");
        return model;
    }

    private static Field field(String key, Field.Type type, String label, boolean required, @Nullable String hideWhen) {
        return new Field(
                key, type, label, null, required, null, 200, null, null, null, List.of(), hideWhen, null, Map.of(),
                false, null);
    }

    private static Field choice(String key, Field.Type type, String label, @Nullable String hideWhen) {
        List<Field.Option> options = List.of(new Field.Option("ACCEPT", "受理"), new Field.Option("REFUSE", "不予受理"));
        return new Field(
                key, type, label, null, true, null, null, null, null, null, options, hideWhen, null, Map.of(), false,
                null);
    }

    private static Field withDefault(Field field, Object value) {
        return new Field(
                field.key(),
                field.type(),
                field.label(),
                null,
                field.required(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                value,
                Map.of(),
                false,
                null);
    }
}
