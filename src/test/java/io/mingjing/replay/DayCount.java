package io.mingjing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts days by the published calendar alone. It shares no code with the module {@code time}, whose dates are checked
 * with it.
 */
final class DayCount {

    private final Map<LocalDate, Boolean> working = new HashMap<>();

    /** @param calendar lines {@code date,HOLIDAY|WORKDAY,…} */
    DayCount(Iterable<String> calendar) {
        for (String line : calendar) {
            String[] cells = line.split(",");
            if (cells.length > 1 && cells[0].matches("\\d{4}-\\d{2}-\\d{2}")) {
                working.put(LocalDate.parse(cells[0]), cells[1].equals("WORKDAY"));
            }
        }
    }

    /** The calendar as it was published, the same file that the tests of the module read. */
    static DayCount published() {
        try (InputStream file = Objects.requireNonNull(DayCount.class.getResourceAsStream("/time/cn-workdays.csv"))) {
            return new DayCount(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean working(LocalDate day) {
        Boolean marked = working.get(day);
        return marked != null
                ? marked
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after the event day. */
    LocalDate workingDays(LocalDate event, int count) {
        LocalDate day = event;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (working(day)) {
                left--;
            }
        }
        return day;
    }

    /** The n-th day after the event day; a rest day at the end moves to the first working day after it. */
    LocalDate days(LocalDate event, long count) {
        LocalDate day = event.plusDays(count);
        while (!working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How many working days lie after the one day up to and with the other. */
    int between(LocalDate event, LocalDate day) {
        int count = 0;
        for (LocalDate at = event.plusDays(1); !at.isAfter(day); at = at.plusDays(1)) {
            if (working(at)) {
                count++;
            }
        }
        return count;
    }
}
