package io.mingjing.worklist.web;

import io.mingjing.casefile.Light;
import io.mingjing.time.DayUnit;
import io.mingjing.worklist.TaskItem;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a row: how much time is left, in the limit's own unit. */
@Component
class TaskTexts {

    private final MessageSource messages;

    TaskTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** “剩 3 个工作日”, “今日到期”, “超期 2 天”, “中止”. */
    String due(TaskItem task, Locale locale) {
        Integer left = task.daysLeft();
        if (task.paused()) {
            return text(task.excluded() ? "worklist.due.excluded" : "worklist.due.paused", locale);
        }
        if (task.dueOn() == null || left == null) {
            return text("worklist.due.none", locale);
        }
        String key = left == 0 ? "worklist.due.today" : left < 0 ? "worklist.due.over" : "worklist.due.left";
        return text(key, locale, days(Math.abs(left), task.dayUnit(), locale));
    }

    /** “（至 2026-03-02）”, or since when it is paused and what was left then; empty where no limit runs. */
    String dueOn(TaskItem task, Locale locale) {
        Integer left = task.daysLeft();
        LocalDate paused = task.pausedOn();
        if (paused != null) {
            return left == null
                    ? text("worklist.due.since", locale, paused)
                    : text("worklist.due.frozen", locale, paused, days(left, task.dayUnit(), locale));
        }
        LocalDate due = task.dueOn();
        return due == null ? "" : text("worklist.due.until", locale, due);
    }

    private String days(int count, @Nullable DayUnit unit, Locale locale) {
        return text(unit == DayUnit.WORKING_DAY ? "worklist.days.working" : "worklist.days.natural", locale, count);
    }

    /** The name of the step in the reader's language. */
    String name(TaskItem task, Locale locale) {
        String name = messages.getMessage(task.processKey() + "." + task.definitionKey(), null, task.name(), locale);
        return name == null ? task.name() : name;
    }

    /** Only what is near or past colours its text. */
    static String dueClass(TaskItem task) {
        Light light = task.light();
        return switch (light) {
            case YELLOW -> "mj-due--yellow";
            case RED -> "mj-due--red";
            case PAUSED -> "mj-due--paused";
            case GREEN, NONE -> "";
        };
    }

    String text(String key, Locale locale, Object... args) {
        Object[] words = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i] instanceof Number ? args[i] : args[i].toString();
        }
        return messages.getMessage(key, words, locale);
    }
}
