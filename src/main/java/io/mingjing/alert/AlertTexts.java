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

    /**
     * In one sentence: what is the matter with which limit, task or letter, since or until when.
     *
     * @param args rule, day, name of the task or letter, step in days; older messages have only the first two
     */
    public String sentence(AlertKind kind, List<String> args, Locale locale) {
        String what = kind.ofLimit() ? limit(args.get(0), locale) : at(args, 2);
        String sentence = messages.getMessage("alert." + kind, new Object[] {what, args.get(1)}, locale);
        String step = at(args, 3);
        return kind.warns() || !kind.ofLimit() || step.isEmpty() || step.equals("0")
                ? sentence
                : sentence + messages.getMessage("alert.furtherStep", new Object[] {step}, locale);
    }

    private static String at(List<String> args, int index) {
        return index < args.size() ? args.get(index) : "";
    }

    /** What a limit is for, as the catalogue words it. */
    String limit(String id, Locale locale) {
        try {
            LimitRule rule = limits.rule(id);
            return locale.getLanguage().equals("en") ? rule.meaningEn() : rule.meaning();
        } catch (Refusal unknown) {
            return id;
        }
    }
}
