package io.mingjing.portal.web;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong, for pages that keep what was typed. */
@Component
class PortalFaults {

    /** A complaint about one field, ready to be shown. */
    public record Fault(String field, String text) {}

    private final MessageSource messages;

    PortalFaults(MessageSource messages) {
        this.messages = messages;
    }

    List<Fault> of(List<FieldError> errors, Locale locale) {
        return errors.stream()
                .map(error -> new Fault(error.field(), text("field." + error.code(), error.args(), locale)))
                .toList();
    }

    /** The refusal itself, or each of its fields. */
    List<Fault> of(Refusal refusal, Locale locale) {
        if (!refusal.errors().isEmpty()) {
            return of(refusal.errors(), locale);
        }
        return List.of(new Fault("", text("refusal." + refusal.code(), refusal.args(), locale)));
    }

    private String text(String key, List<Object> args, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, args.toArray(), key, locale), key);
    }
}
