package io.mingjing.review.web;

import io.mingjing.casefile.PartyKind;
import io.mingjing.review.RunningCases;
import io.mingjing.review.RunningCases.Row;
import io.mingjing.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The workbook in which running cases come: its template, and its lines. Columns are found by their headings. */
@Component
class RunningSheet {

    private static final int MOST = 2000;

    /** Names of the columns, texts under {@code review.import.column.<name>}; the headings of the sheet are Chinese. */
    static final List<String> COLUMNS = List.of(
            "formerNumber",
            "receivedOn",
            "applicantKind",
            "applicant",
            "phone",
            "address",
            "respondent",
            "actKind",
            "adminField",
            "actName",
            "actNumber",
            "actMadeOn",
            "knownOn",
            "requests",
            "reasons",
            "procedure",
            "acceptedOn",
            "copyServedOn",
            "repliedOn",
            "heardOn",
            "heardWay",
            "suspendedOn",
            "suspensionGround");

    /** Columns that workbooks made from an older template do not have. */
    private static final Set<String> LATER = Set.of("heardWay");

    private final MessageSource messages;

    RunningSheet(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A line that could be read, or the column in which it could not.
     *
     * @param wrong column whose day cannot be read; null where every one can
     */
    record Line(int number, @Nullable Row row, @Nullable String wrong) {}

    /** The workbook to be filled in, with one line of explanation below each heading. */
    byte[] template() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Mingjing", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("review.import.sheet"));
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, heading(COLUMNS.get(i)));
                sheet.style(0, i).bold().set();
                sheet.width(i, 18);
            }
            Worksheet help = book.newWorksheet(text("review.import.help"));
            for (int i = 0; i < COLUMNS.size(); i++) {
                help.value(i, 0, heading(COLUMNS.get(i)));
                help.value(i, 1, text("review.import.hint." + COLUMNS.get(i)));
            }
            help.width(1, 80);
            sheet.finish();
            help.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The lines of a workbook.
     *
     * @throws Refusal {@code IMPORT_NOT_READABLE}, {@code IMPORT_COLUMN_MISSING}, {@code IMPORT_TOO_LONG}, {@code
     *     IMPORT_EMPTY}
     */
    List<Line> read(InputStream in) {
        try (XSSFWorkbook book = new XSSFWorkbook(in)) {
            var sheet = book.getSheetAt(0);
            var head = sheet.getRow(0);
            Map<String, Integer> places = new HashMap<>();
            DataFormatter formatter = new DataFormatter(Locale.SIMPLIFIED_CHINESE);
            for (String column : COLUMNS) {
                for (int i = 0; head != null && i < head.getLastCellNum(); i++) {
                    if (heading(column)
                            .equals(formatter.formatCellValue(head.getCell(i)).strip())) {
                        places.put(column, i);
                    }
                }
                if (!places.containsKey(column) && !LATER.contains(column)) {
                    throw Refusal.invalid("IMPORT_COLUMN_MISSING", heading(column));
                }
            }
            if (sheet.getLastRowNum() > MOST) {
                throw Refusal.invalid("IMPORT_TOO_LONG", MOST);
            }
            List<Line> lines = new ArrayList<>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                Map<String, String> cells = new HashMap<>();
                for (String column : COLUMNS) {
                    cells.put(column, row == null ? "" : value(cell(row, places.get(column)), formatter));
                }
                if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(line(i + 1, cells));
                }
            }
            if (lines.isEmpty()) {
                throw Refusal.invalid("IMPORT_EMPTY");
            }
            return lines;
        } catch (IOException | UnsupportedFileFormatException | EmptyFileException e) {
            Refusal refusal = Refusal.invalid("IMPORT_NOT_READABLE");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Line line(int number, Map<String, String> cells) {
        Map<String, LocalDate> days = new HashMap<>();
        for (String column : COLUMNS) {
            String cell = cells.getOrDefault(column, "");
            if (column.endsWith("On") && !cell.isEmpty()) {
                try {
                    days.put(column, LocalDate.parse(cell.replace('/', '-').replace('.', '-')));
                } catch (DateTimeParseException e) {
                    return new Line(number, null, column);
                }
            }
        }
        String actKind = code("review.actKind.", cells.getOrDefault("actKind", ""), RegisterForm.ACT_KINDS);
        String field = code("review.adminField.", cells.getOrDefault("adminField", ""), RegisterForm.ADMIN_FIELDS);
        if (actKind == null && !cells.getOrDefault("actKind", "").isEmpty()) {
            return new Line(number, null, "actKind");
        }
        if (field == null && !cells.getOrDefault("adminField", "").isEmpty()) {
            return new Line(number, null, "adminField");
        }
        String way = code("review.heardWay.", cells.getOrDefault("heardWay", ""), RunningCases.HEARD_WAYS);
        if (way == null && !cells.getOrDefault("heardWay", "").isEmpty()) {
            return new Line(number, null, "heardWay");
        }
        String ground = cells.getOrDefault("suspensionGround", "");
        if (!ground.isEmpty() && !ground.matches("[1-9]|10")) {
            return new Line(number, null, "suspensionGround");
        }
        return new Line(
                number,
                new Row(
                        number,
                        optional(cells, "formerNumber"),
                        days.get("receivedOn"),
                        cells.getOrDefault("applicantKind", "").contains("组织")
                                ? PartyKind.ORGANISATION
                                : PartyKind.PERSON,
                        cells.getOrDefault("applicant", ""),
                        optional(cells, "phone"),
                        optional(cells, "address"),
                        cells.getOrDefault("respondent", ""),
                        actKind == null ? "" : actKind,
                        field,
                        cells.getOrDefault("actName", ""),
                        optional(cells, "actNumber"),
                        days.get("actMadeOn"),
                        days.get("knownOn"),
                        cells.getOrDefault("requests", ""),
                        cells.getOrDefault("reasons", ""),
                        cells.getOrDefault("procedure", "").contains("简易"),
                        days.get("acceptedOn"),
                        days.get("copyServedOn"),
                        days.get("repliedOn"),
                        days.get("heardOn"),
                        way,
                        days.get("suspendedOn"),
                        ground.isEmpty() ? null : ground),
                null);
    }

    private static @Nullable Cell cell(org.apache.poi.ss.usermodel.Row row, @Nullable Integer place) {
        return place == null ? null : row.getCell(place);
    }

    private static @Nullable String optional(Map<String, String> cells, String column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? null : cell;
    }

    private @Nullable String code(String prefix, String word, List<String> codes) {
        return codes.stream()
                .filter(code -> code.equals(word) || text(prefix + code).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String value(@Nullable Cell cell, DataFormatter formatter) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return formatter.formatCellValue(cell).strip();
    }

    /** The heading of a column, the same for every reader. */
    String heading(String column) {
        return text("review.import.column." + column);
    }

    private String text(String key) {
        String text = messages.getMessage(key, null, key, Locale.SIMPLIFIED_CHINESE);
        return text == null ? key : text;
    }
}
