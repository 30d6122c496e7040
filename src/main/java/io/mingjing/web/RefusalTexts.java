package io.mingjing.web;

import io.mingjing.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a refusal in the reader's language. */
@Component
class RefusalTexts {

    /** A complaint about one field, ready to be shown. */
    record FieldText(String field, String message) {}

    private final MessageSource messages;

    RefusalTexts(MessageSource messages) {
        this.messages = messages;
    }

    String of(Refusal refusal, Locale locale) {
        return text("refusal." + refusal.code(), refusal.args(), locale);
    }

    List<FieldText> fieldsOf(Refusal refusal, Locale locale) {
        return refusal.errors().stream()
                .map(error -> new FieldText(error.field(), of(error, locale)))
                .toList();
    }

    String of(Refusal.FieldError error, Locale locale) {
        return text("field." + error.code(), error.args(), locale);
    }

    private String text(String key, List<Object> args, Locale locale) {
        String unknown = messages.getMessage("refusal.OTHER", new Object[] {key}, key, locale);
        String text = messages.getMessage(key, args.toArray(), unknown, locale);
        return text == null ? key : text;
    }
}
