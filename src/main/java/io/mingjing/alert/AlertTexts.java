package io.mingjing.alert;

import io.mingjing.shared.Refusal;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of alerts, in the language of whoever reads them. */
@Component
public class AlertTexts {

    private final MessageSource messages;
    private final TimeLimits limits;

    AlertTexts(MessageSource messages, TimeLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** In a few words: what is the matter. */
    public String title(AlertKind kind, Locale locale) {
        return messages.getMessage("alert." + kind + ".title", null, locale);
    }

    /** In one sentence, with the limit and its last day. */
    public String sentence(AlertKind kind, List<String> args, Locale locale) {
        return messages.getMessage("alert." + kind, new Object[] {limit(args.get(0), locale), args.get(1)}, locale);
    }

    /** What a limit is for, as the catalogue words it. */
    private String limit(String id, Locale locale) {
        try {
            LimitRule rule = limits.rule(id);
            return locale.getLanguage().equals("en") ? rule.meaningEn() : rule.meaning();
        } catch (Refusal unknown) {
            return id;
        }
    }
}
