package io.mingjing.web;

import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a browser sent for a form. */
final class FormValues {

    private FormValues() {}

    /**
     * What was typed, field by field. A browser sends nothing for an empty box: an unchecked checkbox becomes
     * {@code "false"}, a list without a choice an empty one, so that no default comes back. Fields that the page did not
     * draw are left out.
     */
    static Map<String, Object> read(Form form, HttpServletRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            String[] sent = request.getParameterValues(field.key());
            switch (field.type()) {
                case NOTE -> {}
                case CHECKBOX -> values.put(field.key(), sent == null ? "false" : sent[0]);
                case CHECKLIST -> values.put(field.key(), sent == null ? List.of() : List.of(sent));
                case RADIO -> values.put(field.key(), sent == null ? "" : sent[0]);
                default -> {
                    if (sent != null) {
                        values.put(
                                field.key(),
                                StaffChoices.SEVERAL.equals(field.properties().get("picker"))
                                        ? String.join(StaffChoices.SEPARATOR, sent)
                                        : sent[0]);
                    }
                }
            }
        }
        return values;
    }
}
