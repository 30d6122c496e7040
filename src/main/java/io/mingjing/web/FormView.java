package io.mingjing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the page draws it: every value echoed, every text in the reader's language.
 *
 * @param fields the fields that show, in order
 * @param errors complaints, in the order of the fields; those about no field last
 */
record FormView(List<FieldView> fields, List<ErrorView> errors) {

    /**
     * A complaint.
     *
     * @param href where the summary leads; null where the complaint is about no field that shows
     */
    record ErrorView(@Nullable String href, @Nullable String label, String message) {}

    /**
     * A choice of a group or a list.
     *
     * @param group heading above it in a list; null without
     */
    record ChoiceView(
            String id,
            String value,
            String label,
            boolean chosen,
            @Nullable String group) {}

    /**
     * One field.
     *
     * @param kind how it is drawn: text, textarea, number, date, checkbox, radio, select, checklist or note
     * @param value what stands in it, as typed
     * @param watched whether other fields show or hide by its value
     * @param describedBy ids of hint and complaint, for readers that hear the page; null without
     * @param shown the value as one reads it, for the page of consequences
     */
    record FieldView(
            String key,
            String id,
            String kind,
            String label,
            @Nullable String hint,
            boolean required,
            boolean readOnly,
            boolean watched,
            String value,
            List<ChoiceView> choices,
            @Nullable String error,
            @Nullable String describedBy,
            @Nullable Integer maxLength,
            @Nullable String min,
            @Nullable String max,
            int rows,
            List<String> shown) {

        public boolean isGroup() {
            return kind.equals("radio") || kind.equals("checklist");
        }

        /** The values that a page without open fields sends on. */
        public List<String> getSent() {
            if (kind.equals("note")) {
                return List.of();
            }
            if (choices.isEmpty()) {
                return List.of(value);
            }
            return choices.stream()
                    .filter(ChoiceView::chosen)
                    .map(ChoiceView::value)
                    .toList();
        }
    }
}
