package io.mingjing.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives an explanation its words, when it is read, in the reader's language. */
@Component
public class Explanations {

    private final MessageSource messages;
    private final TimeLimits limits;

    Explanations(MessageSource messages, TimeLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** One line for one step. */
    public String text(Step step, Locale locale) {
        List<Object> args = new ArrayList<>();
        args.add(String.valueOf(step.day()));
        args.add(date(step.date(), locale));
        args.addAll(
                switch (step.code()) {
                    case "HOLIDAY", "FESTIVAL", "MAKEUP", "DUE_MAKEUP", "ROLLED_MAKEUP" -> dayNames(step, locale);
                    case "PAUSED" ->
                        List.of(
                                date((LocalDate) step.args().get(0), locale),
                                step.args().get(1),
                                grounds(step, 2, locale));
                    case "PAUSED_OPEN" -> List.of(grounds(step, 0, locale));
                    case "LAST_RESTS" -> List.of(restReason(step, locale));
                    case "START", "EVENT" ->
                        List.of(step.args().get(0), unit(step.args().get(1), locale));
                    default -> step.args();
                });
        return message("time.step." + step.code(), locale, args.toArray());
    }

    /** The whole computation as one paragraph for a letter. */
    public String paragraph(Computed computed, Locale locale) {
        LimitRule rule = limits.rule(computed.rule(), computed.start());
        List<String> sentences = new ArrayList<>();
        sentences.add(opening(computed, rule, locale));
        sentences.addAll(legs(computed, locale));
        sentences.addAll(restDays(computed, locale));
        sentences.addAll(pauses(computed, locale));
        extension(computed, locale, sentences);
        sentences.add(closing(computed, locale));
        if (computed.provisional()) {
            sentences.add(message("time.paragraph.provisional", locale));
        }
        if (computed.start().isBefore(rule.validFrom())) {
            sentences.add(message("time.paragraph.earlier", locale, date(rule.validFrom(), locale)));
        }
        sentences.add(message("time.paragraph.basis", locale, basis(rule, locale)));
        return String.join(message("time.paragraph.between", locale), sentences);
    }

    /** Citation of the article in the reader's language. */
    public String basis(LimitRule rule, Locale locale) {
        return isChinese(locale) ? rule.basis() : rule.basisEn();
    }

    /** What the limit is, in the reader's language. */
    public String meaning(LimitRule rule, Locale locale) {
        return isChinese(locale) ? rule.meaning() : rule.meaningEn();
    }

    /** What happens on day 0, in the reader's language. */
    public String startEvent(LimitRule rule, Locale locale) {
        return isChinese(locale) ? rule.startEvent() : rule.startEventEn();
    }

    private String opening(Computed computed, LimitRule rule, Locale locale) {
        Step first = computed.steps().get(0);
        String key = first.code().equals("EVENT") ? "time.paragraph.event" : "time.paragraph.start";
        return message(
                key,
                locale,
                date(computed.start(), locale),
                startEvent(rule, locale),
                first.args().get(0),
                unit(first.args().get(1), locale));
    }

    private List<String> legs(Computed computed, Locale locale) {
        return computed.steps().stream()
                .filter(step ->
                        step.code().equals("DEEMED_ACCEPTED") || step.code().equals("WINDOW_OPENS"))
                .map(step -> message(
                        "time.paragraph." + step.code(), locale, date(step.date(), locale), String.valueOf(step.day())))
                .toList();
    }

    /** Rest days that were skipped, weekends by number, holidays by notice and name, and the make-up days that counted. */
    private List<String> restDays(Computed computed, Locale locale) {
        int weekends = 0;
        Map<List<Object>, List<Step>> holidays = new LinkedHashMap<>();
        Map<List<Object>, List<Step>> makeups = new LinkedHashMap<>();
        for (Step step : untilLast(computed)) {
            switch (step.code()) {
                case "WEEKEND" -> weekends++;
                case "HOLIDAY", "FESTIVAL" ->
                    holidays.computeIfAbsent(step.args(), key -> new ArrayList<>())
                            .add(step);
                case "MAKEUP" ->
                    makeups.computeIfAbsent(step.args(), key -> new ArrayList<>())
                            .add(step);
                default -> {}
            }
        }
        List<String> sentences = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        if (weekends > 0) {
            skipped.add(message("time.paragraph.weekends", locale, String.valueOf(weekends)));
        }
        holidays.values().forEach(days -> skipped.add(group(days, locale)));
        if (!skipped.isEmpty()) {
            sentences.add(message("time.paragraph.skipped", locale, list(skipped, locale)));
        }
        List<String> counted =
                makeups.values().stream().map(days -> group(days, locale)).toList();
        if (!counted.isEmpty()) {
            sentences.add(message("time.paragraph.makeups", locale, list(counted, locale)));
        }
        return sentences;
    }

    /** The steps up to the last counted day; those of the roll come after it. */
    private static List<Step> untilLast(Computed computed) {
        List<Step> steps = computed.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).code().equals("LAST_RESTS")) {
                return steps.subList(0, i);
            }
        }
        return steps;
    }

    private String group(List<Step> days, Locale locale) {
        Step first = days.get(0);
        List<Object> args = new ArrayList<>();
        args.add(ranges(days, locale));
        args.add(String.valueOf(days.size()));
        args.addAll(dayNames(first, locale));
        return message("time.paragraph.group." + first.code(), locale, args.toArray());
    }

    private String ranges(List<Step> days, Locale locale) {
        List<String> ranges = new ArrayList<>();
        List<LocalDate> dates = days.stream().map(Step::date).sorted().toList();
        LocalDate from = dates.get(0);
        LocalDate to = from;
        for (LocalDate day : dates.subList(1, dates.size())) {
            if (day.equals(to.plusDays(1))) {
                to = day;
                continue;
            }
            ranges.add(range(from, to, locale));
            from = day;
            to = day;
        }
        ranges.add(range(from, to, locale));
        return list(ranges, locale);
    }

    private String range(LocalDate from, LocalDate to, Locale locale) {
        return from.equals(to)
                ? date(from, locale)
                : message("time.paragraph.range", locale, date(from, locale), date(to, locale));
    }

    private List<String> pauses(Computed computed, Locale locale) {
        List<String> sentences = new ArrayList<>();
        for (Step step : computed.steps()) {
            if (step.code().equals("PAUSED")) {
                LocalDate to = (LocalDate) step.args().get(0);
                sentences.add(message(
                        "time.paragraph.paused",
                        locale,
                        range(step.date(), to, locale),
                        step.args().get(1),
                        grounds(step, 2, locale),
                        date(to.plusDays(1), locale)));
            }
        }
        return sentences;
    }

    private void extension(Computed computed, Locale locale, List<String> sentences) {
        Step first = computed.steps().get(0);
        String extension = (String) first.args().get(2);
        if (!extension.equals("0")) {
            sentences.add(message(
                    "time.paragraph.extended",
                    locale,
                    extension,
                    unit(first.args().get(1), locale)));
        }
    }

    private String closing(Computed computed, Locale locale) {
        List<Step> steps = computed.steps();
        Step end = steps.get(steps.size() - 1);
        List<Object> args = new ArrayList<>();
        args.add(date(end.date(), locale));
        switch (end.code()) {
            case "ROLLED", "ROLLED_MAKEUP" -> {
                Step last = steps.stream()
                        .filter(step -> step.code().equals("LAST_RESTS"))
                        .findFirst()
                        .orElse(end);
                args.add(date(last.date(), locale));
                args.add(restReason(last, locale));
            }
            case "PAUSED_OPEN" -> args.add(grounds(end, 0, locale));
            default -> {}
        }
        if (end.code().endsWith("_MAKEUP")) {
            args.addAll(dayNames(end, locale));
        }
        return message("time.paragraph." + end.code(), locale, args.toArray());
    }

    /** Why the last counted day rests. */
    private String restReason(Step last, Locale locale) {
        if (last.args().isEmpty()) {
            return message("time.rest.weekend", locale);
        }
        List<Object> names = dayNames(last, locale);
        boolean projected = names.get(1).equals("") && names.get(2).equals("");
        return message(projected ? "time.rest.festival" : "time.rest.holiday", locale, names.toArray());
    }

    /** Name of the festival, title and number of the notice, year: arguments 2 to 5 of a text. */
    private List<Object> dayNames(Step step, Locale locale) {
        List<Object> args = step.args();
        return List.of(name((String) args.get(0), (String) args.get(1), locale), args.get(3), args.get(4), args.get(2));
    }

    private String name(String festival, String asPublished, Locale locale) {
        return message("time.festival." + festival, locale, asPublished);
    }

    private String grounds(Step step, int index, Locale locale) {
        List<String> texts = new ArrayList<>();
        for (Object ground : (List<?>) step.args().get(index)) {
            String code = String.valueOf(ground);
            texts.add(String.valueOf(messages.getMessage("time.ground." + code, null, code, locale)));
        }
        return texts.isEmpty() ? "" : message("time.ground", locale, list(texts, locale));
    }

    private String unit(Object unit, Locale locale) {
        return message("time.unit." + unit, locale);
    }

    private String list(List<String> parts, Locale locale) {
        return String.join(message("time.paragraph.comma", locale), parts);
    }

    private String date(LocalDate date, Locale locale) {
        return isChinese(locale)
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(date);
    }

    private String message(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static boolean isChinese(Locale locale) {
        return !locale.getLanguage().equals("en");
    }
}
