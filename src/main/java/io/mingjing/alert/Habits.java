package io.mingjing.alert;

import io.mingjing.shared.Refusal;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When people may be disturbed by mail. */
@Component
class Habits {

    private final PreferenceMapper mapper;
    private final TimeLimits limits;
    private final Clock clock;

    Habits(PreferenceMapper mapper, TimeLimits limits, Clock clock) {
        this.mapper = mapper;
        this.limits = limits;
        this.clock = clock;
    }

    /** The habits of those who have chosen some. */
    Map<String, Habit> of(Collection<String> users) {
        Map<String, Habit> habits = new HashMap<>();
        if (!users.isEmpty()) {
            mapper.findHabits(users).forEach(row -> habits.put(row.userId(), row.habit()));
        }
        return habits;
    }

    Habit of(String userId) {
        return mapper.findHabit(userId).map(PreferenceMapper.HabitRow::habit).orElse(Habit.STANDARD);
    }

    /** When a mail may leave, by the application's clock; null = now. */
    @Nullable
    Instant earliest(Habit habit) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime at = now;
        if (habit.quietAt(at.toLocalTime())) {
            LocalTime end = habit.quietTo();
            at = at.toLocalTime().isBefore(end)
                    ? at.with(end)
                    : at.toLocalDate().plusDays(1).atTime(end);
        }
        if (habit.workingDaysOnly() && !works(at.toLocalDate())) {
            LocalDate day = at.toLocalDate();
            do {
                day = day.plusDays(1);
            } while (!works(day));
            LocalTime start = habit.quietFrom().equals(habit.quietTo()) ? LocalTime.MIDNIGHT : habit.quietTo();
            at = day.atTime(start);
        }
        return at.equals(now) ? null : at.atZone(clock.getZone()).toInstant();
    }

    /** Where the calendar ends, Monday to Friday. */
    boolean works(LocalDate day) {
        try {
            return limits.calendar().isWorkingDay(day);
        } catch (Refusal beyondTheCalendar) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
