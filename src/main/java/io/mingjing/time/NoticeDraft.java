package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;

/**
 * A year's notice as somebody brings it, before it has been checked.
 *
 * @param year the year it publishes
 * @param name full title of the notice
 * @param number document number, such as 国办发明电〔2025〕7号
 * @param date date of the notice
 * @param rows the days it names
 */
public record NoticeDraft(int year, String name, String number, LocalDate date, List<Row> rows) {

    /**
     * One line of the sheet.
     *
     * @param line where it stands, from 1
     * @param date as typed, {@code 2027-02-05}
     * @param kind as typed: 放假 or 上班 (HOLIDAY or WORKDAY)
     * @param name as the notice words it
     */
    public record Row(int line, String date, String kind, String name) {}

    /**
     * What is wrong with a line, and what to do: text {@code time.sheet.<code>}.
     *
     * @param line 0 when it concerns the whole sheet
     */
    public record Fault(int line, String code, List<Object> args) {
        public Fault {
            args = List.copyOf(args);
        }

        static Fault of(int line, String code, Object... args) {
            return new Fault(line, code, List.of(args));
        }
    }

    public NoticeDraft {
        rows = List.copyOf(rows);
    }
}
