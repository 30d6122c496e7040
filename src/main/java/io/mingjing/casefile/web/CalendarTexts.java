package io.mingjing.casefile.web;

import io.mingjing.casefile.Redating;
import io.mingjing.time.Explanations;
import io.mingjing.time.NoticeDraft;
import io.mingjing.time.TimeLimits;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what is wrong with a sheet and what a change of the calendar does. */
@Component
class CalendarTexts {

    /** A fault of a sheet, for people. */
    record FaultText(int line, String code, String text) {}

    private final MessageSource messages;
    private final Explanations explanations;
    private final TimeLimits time;

    CalendarTexts(MessageSource messages, Explanations explanations, TimeLimits time) {
        this.messages = messages;
        this.explanations = explanations;
        this.time = time;
    }

    List<FaultText> faults(List<NoticeDraft.Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new FaultText(
                        fault.line(),
                        fault.code(),
                        text(
                                "time.sheet." + fault.code(),
                                locale,
                                fault.args().stream().map(String::valueOf).toArray())))
                .toList();
    }

    String rule(String rule, Locale locale) {
        return explanations.meaning(time.rule(rule), locale);
    }

    String kind(Redating.Kind kind, Locale locale) {
        return text("casefile.calendar.kind." + kind, locale);
    }

    String light(String light, Locale locale) {
        return text("web.light." + light, locale);
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
