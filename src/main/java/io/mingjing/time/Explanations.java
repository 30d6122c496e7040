package io.mingjing.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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
                                count("DAY", step.args().get(1), locale),
                                grounds(step, 2, locale));
                    case "PAUSED_OPEN" -> List.of(grounds(step, 0, locale));
                    case "EXTENDED" -> List.of(step.args().get(0), approvals(step, locale));
                    case "LAST_RESTS" ->
                        List.of(restReason(step, step.args().isEmpty() ? "" : shortNotice(step, locale), locale));
                    default -> step.args();
                });
        return message("time.step." + step.code(), locale, args.toArray());
    }

    /** The whole computation as one paragraph for a letter. */
    public String paragraph(Computed computed, Locale locale) {
        LimitRule rule = limits.rule(computed.rule(), computed.start());
        List<String> sentences = new ArrayList<>();
        Citations citations = new Citations(locale);
        sentences.add(opening(computed, rule, locale));
        sentences.addAll(legs(computed, locale));
        sentences.addAll(restDays(computed, citations, locale));
        sentences.addAll(pauses(computed, locale));
        extension(computed, locale, sentences);
        sentences.add(closing(computed, citations, locale));
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

    /** How long the limit is, such as 7个工作日, put into words where the text around it is; empty when a document sets it. */
    public static MessageSourceResolvable length(LimitRule rule) {
        Integer length = rule.length();
        return length == null
                ? new DefaultMessageSourceResolvable(null, "")
                : new DefaultMessageSourceResolvable(new String[] {"time.count." + rule.unit()}, new Object[] {length});
    }

    private String opening(Computed computed, LimitRule rule, Locale locale) {
        Step first = computed.steps().get(0);
        boolean deemed = computed.steps().stream().anyMatch(step -> step.code().equals("DEEMED_ACCEPTED"));
        boolean chained = first.code().equals("START") && !first.args().get(3).equals("0");
        return message(
                "time.paragraph." + (chained ? "CHAIN" : first.code()),
                locale,
                date(computed.start(), locale),
                startEvent(rule, locale),
                count(first.args().get(1), first.args().get(0), locale),
                chained
                        ? count(
                                deemed ? "WORKING_DAY" : "NATURAL_DAY",
                                first.args().get(3),
                                locale)
                        : "");
    }

    private List<String> legs(Computed computed, Locale locale) {
        return computed.steps().stream()
                .filter(step ->
                        step.code().equals("DEEMED_ACCEPTED") || step.code().equals("WINDOW_OPENS"))
                .map(step -> message(
                        "time.paragraph." + step.code(), locale, date(step.date(), locale), String.valueOf(step.day())))
                .toList();
    }

    /** Rest days that were skipped and make-up days that counted, grouped by notice and name; weekends by number. */
    private List<String> restDays(Computed computed, Citations citations, Locale locale) {
        int weekends = 0;
        List<Step> holidays = new ArrayList<>();
        List<Step> makeups = new ArrayList<>();
        for (Step step : untilLast(computed)) {
            switch (step.code()) {
                case "WEEKEND" -> weekends++;
                case "HOLIDAY", "FESTIVAL" -> holidays.add(step);
                case "MAKEUP" -> makeups.add(step);
                case "DUE_MAKEUP" -> {
                    if (computed.unit() == DayUnit.WORKING_DAY) {
                        makeups.add(step);
                    }
                }
                default -> {}
            }
        }
        List<String> skipped = new ArrayList<>();
        if (weekends > 0) {
            skipped.add(message("time.paragraph.weekends", locale, weekends));
        }
        skipped.addAll(byNotice(holidays, citations, locale));
        List<String> sentences = new ArrayList<>();
        if (!skipped.isEmpty()) {
            sentences.add(message("time.paragraph.skipped", locale, semicolons(skipped, locale)));
        }
        if (!makeups.isEmpty()) {
            sentences.add(message(
                    "time.paragraph.makeups", locale, semicolons(byNotice(makeups, citations, locale), locale)));
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

    /** One part for each notice: the notice, then the days of each festival. */
    private List<String> byNotice(List<Step> days, Citations citations, Locale locale) {
        Map<List<Object>, Map<String, List<Step>>> notices = new LinkedHashMap<>();
        for (Step step : days) {
            notices.computeIfAbsent(notice(step), key -> new LinkedHashMap<>())
                    .computeIfAbsent(festival(step, locale), key -> new ArrayList<>())
                    .add(step);
        }
        List<String> parts = new ArrayList<>();
        notices.values().forEach(festivals -> {
            List<String> groups = new ArrayList<>();
            festivals.forEach((name, steps) -> groups.add(message(
                    "time.paragraph.group."
                            + (steps.get(0).code().endsWith("MAKEUP")
                                    ? "MAKEUP"
                                    : steps.get(0).code()),
                    locale,
                    ranges(steps, locale),
                    count("DAY", steps.size(), locale),
                    name)));
            Step any = festivals.values().iterator().next().get(0);
            String key = isProjected(any) ? "time.paragraph.notice.none" : "time.paragraph.notice";
            parts.add(message(key, locale, citations.of(any), list(groups, locale)));
        });
        return parts;
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
                        count("DAY", step.args().get(1), locale),
                        grounds(step, 2, locale),
                        date(to.plusDays(1), locale)));
            }
        }
        return sentences;
    }

    private void extension(Computed computed, Locale locale, List<String> sentences) {
        Step first = computed.steps().get(0);
        Object extension = first.args().get(2);
        if (extension.equals("0")) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Extension each : extensions(first, 4)) {
            parts.add(approval(each, count(first.args().get(1), each.days(), locale), locale));
        }
        sentences.add(message("time.paragraph.extended", locale, semicolons(parts, locale)));
    }

    private String approval(Extension extension, String days, Locale locale) {
        if (extension.approver() == null || extension.approvedOn() == null) {
            return message("time.extension", locale, days);
        }
        String order = extension.order() == null ? "" : message("time.ground", locale, extension.order());
        return message(
                "time.extension.by", locale, days, extension.approver(), date(extension.approvedOn(), locale), order);
    }

    /** Who granted the extension of that step, in brackets. */
    private String approvals(Step step, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (Extension each : extensions(step, 1)) {
            if (each.approver() != null) {
                parts.add(approval(each, count("DAY", each.days(), locale), locale));
            }
        }
        return parts.isEmpty() ? "" : message("time.ground", locale, semicolons(parts, locale));
    }

    private static List<Extension> extensions(Step step, int index) {
        return ((List<?>) step.args().get(index))
                .stream().map(Extension.class::cast).toList();
    }

    private String closing(Computed computed, Citations citations, Locale locale) {
        List<Step> steps = computed.steps();
        Step end = steps.get(steps.size() - 1);
        String code = end.code();
        List<Object> args = new ArrayList<>();
        args.add(date(end.date(), locale));
        if (code.startsWith("ROLLED")) {
            Step last = steps.stream()
                    .filter(step -> step.code().equals("LAST_RESTS"))
                    .findFirst()
                    .orElse(end);
            args.add(date(last.date(), locale));
            args.add(restReason(last, last.args().isEmpty() ? "" : citations.of(last), locale));
        }
        if (code.equals("DUE_MAKEUP") && computed.unit() == DayUnit.WORKING_DAY) {
            code = "DUE"; // told among the make-up days already
        } else if (code.endsWith("_MAKEUP")) {
            args.add(festival(end, locale));
            args.add(citations.of(end));
        } else if (code.equals("PAUSED_OPEN")) {
            args.add(grounds(end, 0, locale));
        }
        return message("time.paragraph." + code, locale, args.toArray());
    }

    /** Cites a notice in full once, by its number afterwards. */
    private final class Citations {
        private final Locale locale;
        private final Set<List<Object>> cited = new HashSet<>();

        Citations(Locale locale) {
            this.locale = locale;
        }

        String of(Step step) {
            List<Object> notice = notice(step);
            boolean first = cited.add(notice);
            return first && !isProjected(step)
                    ? message("time.notice", locale, notice.toArray())
                    : shortNotice(step, locale);
        }
    }

    /** Title, number and year of the notice that makes that day special. */
    private static List<Object> notice(Step step) {
        return List.of(step.args().get(3), step.args().get(4), step.args().get(2));
    }

    private String festival(Step step, Locale locale) {
        return message(
                "time.festival." + step.args().get(0), locale, step.args().get(1));
    }

    /** Why the last counted day rests. */
    private String restReason(Step last, String notice, Locale locale) {
        if (last.args().isEmpty()) {
            return message("time.rest.weekend", locale);
        }
        String key = isProjected(last) ? "time.rest.festival" : "time.rest.holiday";
        return message(key, locale, festival(last, locale), notice);
    }

    private static boolean isProjected(Step step) {
        return notice(step).get(1).equals("");
    }

    private String shortNotice(Step step, Locale locale) {
        List<Object> notice = notice(step);
        return notice.get(1).equals("") ? message("time.notice.none", locale, notice.get(2)) : (String) notice.get(1);
    }

    private List<Object> dayNames(Step step, Locale locale) {
        return List.of(festival(step, locale), shortNotice(step, locale));
    }

    private String grounds(Step step, int index, Locale locale) {
        List<String> texts = new ArrayList<>();
        for (Object ground : (List<?>) step.args().get(index)) {
            String code = String.valueOf(ground);
            texts.add(String.valueOf(messages.getMessage("time.ground." + code, null, code, locale)));
        }
        List<?> orders = (List<?>) step.args().get(index + 1);
        String order = orders.isEmpty()
                ? ""
                : message(
                        "time.order",
                        locale,
                        list(orders.stream().map(String::valueOf).toList(), locale));
        if (texts.isEmpty() && order.isEmpty()) {
            return "";
        }
        String between = texts.isEmpty() || order.isEmpty() ? "" : message("time.paragraph.semicolon", locale);
        return message("time.ground", locale, list(texts, locale) + between + order);
    }

    private String count(Object unit, Object count, Locale locale) {
        return message("time.count." + unit, locale, Integer.valueOf(count.toString()));
    }

    private String semicolons(List<String> parts, Locale locale) {
        return String.join(message("time.paragraph.semicolon", locale), parts);
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
