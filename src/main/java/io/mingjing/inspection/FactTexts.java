package io.mingjing.inspection;

import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Refusal;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads codes and ids of the log to people: {@code {name}} in a text is replaced by the fact of that name, ids of people, organs
 * and limits by their names, codes by their words ({@code fact.<name>.<code>}, {@code role.<code>}).
 */
@Component
class FactTexts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;
    private final People people;
    private final Organs organs;
    private final TimeLimits time;

    FactTexts(MessageSource messages, People people, Organs organs, TimeLimits time) {
        this.messages = messages;
        this.people = people;
        this.organs = organs;
        this.time = time;
    }

    /** The sentence of an entry; the bare kind where no module has a text for it. */
    String sentence(String kind, Map<String, ?> facts, Map<String, String> personal, Locale locale) {
        String template = messages.getMessage("log." + kind, null, kind, locale);
        if (template == null) {
            return kind;
        }
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            String name = place.group(1);
            Object fact = personal.containsKey(name) ? personal.get(name) : facts.get(name);
            place.appendReplacement(text, Matcher.quoteReplacement(value(name, fact, locale)));
        }
        return place.appendTail(text).toString();
    }

    /** What a fact says; a dash where it says nothing. */
    String value(String name, @Nullable Object fact, Locale locale) {
        if (fact instanceof Collection<?> several) {
            return several.stream().map(one -> value(name, one, locale)).collect(Collectors.joining(separator(locale)));
        }
        if (fact instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> label(String.valueOf(entry.getKey()), locale) + " "
                            + value(String.valueOf(entry.getKey()), entry.getValue(), locale))
                    .collect(Collectors.joining(separator(locale)));
        }
        if (fact == null || fact.toString().isEmpty()) {
            return "—";
        }
        String code = fact.toString();
        if (name.endsWith("serId") || name.equals("handler")) {
            return personName(code);
        }
        if (name.endsWith("rganId")) {
            return organs.find(code).map(organ -> organ.name()).orElse(code);
        }
        if (name.equals("rule")) {
            return ruleName(code, locale);
        }
        return word(name, code, locale);
    }

    /** The name of a fact in words, where there are any. */
    String label(String name, Locale locale) {
        String label = messages.getMessage("fact." + name, null, name, locale);
        return label == null ? name : label;
    }

    private String word(String name, String code, Locale locale) {
        // A fact called name may be the name of a key date.
        for (String key :
                new String[] {"fact." + name + "." + code, "fact.value." + code, "role." + code, "keyDate." + code}) {
            String word = messages.getMessage(key, null, "", locale);
            if (word != null && !word.isEmpty()) {
                return word;
            }
        }
        return code;
    }

    private String ruleName(String id, Locale locale) {
        try {
            LimitRule rule = time.rule(id);
            return locale.getLanguage().equals("en") ? rule.meaningEn() : "“" + rule.meaning() + "”";
        } catch (Refusal unknown) {
            return word("rule", id, locale); // an alert of a task has its pool for a rule
        }
    }

    private String personName(String id) {
        try {
            Person person = people.get(id);
            return person.name();
        } catch (Refusal gone) {
            return id;
        }
    }

    private static String separator(Locale locale) {
        return locale.getLanguage().equals("en") ? ", " : "、";
    }
}
