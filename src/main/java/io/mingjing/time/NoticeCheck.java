package io.mingjing.time;

import io.mingjing.time.NoticeDraft.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a sheet can be the notice of its year. Pure; every fault names its line and what to do. */
final class NoticeCheck {

    /** From this year on the State Council's rule of November 2024 counts thirteen days; before it were eleven. */
    private static final int THIRTEEN_SINCE = 2025;

    private static final int LEAST_HOLIDAYS = 13;
    private static final int MOST_HOLIDAYS = 45;
    private static final int MOST_MAKEUPS = 15;
    /** A notice may begin its New Year holiday in the last days of the year before. */
    private static final int DAYS_BEFORE_THE_YEAR = 7;

    private static final int LONGEST_NAME = 60;

    /**
     * @param faults what must be mended
     * @param warnings what is unusual and must be confirmed
     * @param days empty when there are faults
     */
    record Result(List<Fault> faults, List<Fault> warnings, List<Notice.Day> days) {}

    private final NoticeDraft draft;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<LocalDate, Notice.Day> days = new HashMap<>();
    private final Map<LocalDate, Integer> lines = new HashMap<>();

    private NoticeCheck(NoticeDraft draft) {
        this.draft = draft;
    }

    static Result check(NoticeDraft draft) {
        return new NoticeCheck(draft).run();
    }

    private Result run() {
        draft.rows().forEach(this::read);
        if (draft.rows().isEmpty()) {
            faults.add(Fault.of(0, "EMPTY"));
        } else if (faults.isEmpty()) {
            whole();
        }
        if (!faults.isEmpty()) {
            return new Result(faults, List.of(), List.of());
        }
        List<Notice.Day> sorted = new ArrayList<>(days.values());
        sorted.sort(java.util.Comparator.comparing(Notice.Day::date));
        return new Result(List.of(), warnings(), sorted);
    }

    private void read(NoticeDraft.Row row) {
        LocalDate date = date(row);
        Notice.Kind kind = kind(row.kind());
        if (kind == null) {
            faults.add(Fault.of(row.line(), "BAD_KIND", row.kind()));
        }
        if (row.name().isEmpty() || row.name().length() > LONGEST_NAME) {
            faults.add(Fault.of(row.line(), "BAD_NAME", LONGEST_NAME));
        }
        if (date == null || kind == null) {
            return;
        }
        Integer earlier = lines.putIfAbsent(date, row.line());
        if (earlier != null) {
            faults.add(Fault.of(row.line(), "DOUBLE_DAY", date, earlier));
            return;
        }
        if (kind == Notice.Kind.WORKDAY) {
            makeUp(row, date);
        }
        days.put(date, new Notice.Day(date, kind, festival(row.name()), row.name()));
    }

    private @Nullable LocalDate date(NoticeDraft.Row row) {
        try {
            LocalDate date = LocalDate.parse(row.date());
            LocalDate first = LocalDate.of(draft.year(), 1, 1);
            if (date.isBefore(first.minusDays(DAYS_BEFORE_THE_YEAR)) || date.getYear() > draft.year()) {
                faults.add(Fault.of(row.line(), "OTHER_YEAR", date, String.valueOf(draft.year())));
                return null;
            }
            return date;
        } catch (DateTimeParseException e) {
            faults.add(Fault.of(row.line(), "BAD_DATE", row.date()));
            return null;
        }
    }

    private void makeUp(NoticeDraft.Row row, LocalDate date) {
        if (!WorkingCalendar.isWeekend(date)) {
            faults.add(Fault.of(row.line(), "MAKEUP_ON_WEEKDAY", date));
        }
        statutory().forEach((day, festival) -> {
            if (day.equals(date)) {
                faults.add(Fault.of(row.line(), "MAKEUP_ON_FESTIVAL", date, festival.text()));
            }
        });
    }

    private void whole() {
        statutory().forEach((day, festival) -> {
            Notice.Day known = days.get(day);
            if (known == null || known.kind() != Notice.Kind.HOLIDAY) {
                faults.add(Fault.of(0, "FESTIVAL_MISSING", day, festival.text()));
            }
        });
        long holidays = count(Notice.Kind.HOLIDAY);
        long makeUps = count(Notice.Kind.WORKDAY);
        if (holidays < LEAST_HOLIDAYS || holidays > MOST_HOLIDAYS) {
            faults.add(Fault.of(0, "HOLIDAY_COUNT", holidays, LEAST_HOLIDAYS, MOST_HOLIDAYS));
        }
        if (makeUps > MOST_MAKEUPS) {
            faults.add(Fault.of(0, "MAKEUP_COUNT", makeUps, MOST_MAKEUPS));
        }
    }

    private long count(Notice.Kind kind) {
        return days.values().stream().filter(day -> day.kind() == kind).count();
    }

    /**
     * Days off beside the weekends, less the make-up days, are the statutory festival days: so it was in every notice since
     * 2023. A year of another balance is possible, but more often a line is missing.
     */
    private List<Fault> warnings() {
        long restWeekdays = days.values().stream()
                .filter(day -> day.kind() == Notice.Kind.HOLIDAY
                        && day.date().getYear() == draft.year()
                        && !WorkingCalendar.isWeekend(day.date()))
                .count();
        long makeUps = days.values().stream()
                .filter(day -> day.kind() == Notice.Kind.WORKDAY && day.date().getYear() == draft.year())
                .count();
        int festivalDays = statutory().size();
        return restWeekdays - makeUps == festivalDays
                ? List.of()
                : List.of(Fault.of(0, "BALANCE", restWeekdays, makeUps, festivalDays));
    }

    private Map<LocalDate, Festival> statutory() {
        Map<LocalDate, Festival> all = new java.util.TreeMap<>();
        for (Festival festival : Festival.values()) {
            for (LocalDate day : festival.daysIn(draft.year())) {
                all.putIfAbsent(day, festival);
            }
        }
        if (draft.year() < THIRTEEN_SINCE) {
            all.remove(Festival.SPRING_FESTIVAL.daysIn(draft.year()).get(0));
            all.remove(LocalDate.of(draft.year(), 5, 2));
        }
        return all;
    }

    private static Notice.@Nullable Kind kind(String typed) {
        return switch (typed) {
            case "放假", "休", "休息", "HOLIDAY" -> Notice.Kind.HOLIDAY;
            case "上班", "班", "调休上班", "补班", "WORKDAY" -> Notice.Kind.WORKDAY;
            default -> null;
        };
    }

    private static String festival(String name) {
        for (Festival festival : Festival.values()) {
            if (name.contains(festival.text())) {
                return festival.name();
            }
        }
        return "OTHER";
    }
}
