package io.mingjing.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the days of a notice from text, one a line: date, 放假 or 上班, name. Commas of either width, tabs and semicolons
 * separate; a headline, empty lines and lines that begin with # are passed over. Whether the days are right is asked later.
 */
public final class NoticeSheet {

    /** No notice names as many; keeps a wrong file from being read line by line. */
    private static final int MOST_LINES = 400;

    private static final Pattern BETWEEN = Pattern.compile("[,，;；\t]");
    private static final Pattern SLASHED = Pattern.compile("(\\d{4})[/.年](\\d{1,2})[/.月](\\d{1,2})日?");

    private NoticeSheet() {}

    /** The lines that hold days; a line with too few columns gets empty ones. */
    public static List<NoticeDraft.Row> read(String text) {
        List<NoticeDraft.Row> rows = new ArrayList<>();
        List<String> lines = Arrays.asList(text.replace("\uFEFF", "").split("\\R", -1)).stream()
                .limit(MOST_LINES)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || isHeadline(line)) {
                continue;
            }
            String[] cells = BETWEEN.split(line, -1);
            rows.add(new NoticeDraft.Row(i + 1, date(cell(cells, 0)), cell(cells, 1), cell(cells, 2)));
        }
        return rows;
    }

    private static boolean isHeadline(String line) {
        return line.startsWith("日期") || line.startsWith("date");
    }

    private static String cell(String[] cells, int index) {
        String cell = index < cells.length ? cells[index].strip() : "";
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).strip()
                : cell;
    }

    /** Spreadsheets write dates with slashes, and people with 年月日. */
    private static String date(String typed) {
        var slashed = SLASHED.matcher(typed);
        return slashed.matches() ? slashed.group(1) + "-" + two(slashed.group(2)) + "-" + two(slashed.group(3)) : typed;
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
