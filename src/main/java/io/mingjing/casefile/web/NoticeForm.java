package io.mingjing.casefile.web;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.NoticeDraft;
import io.mingjing.time.NoticeSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form for a notice: its heading, and its days as a file, as pasted text or line by line. The first of the three that
 * holds something counts.
 *
 * @param holiday name of the holiday of each line filled in by hand
 * @param first first day off of that line; {@code last} its last, empty for one day
 * @param makeUps make-up days of that line, separated by blanks or commas
 */
record NoticeForm(
        int year,
        @Nullable String noticeName,
        @Nullable String noticeNumber,
        @Nullable String noticeDate,
        @Nullable String sheet,
        @Nullable MultipartFile file,
        @Nullable List<String> holiday,
        @Nullable List<String> first,
        @Nullable List<String> last,
        @Nullable List<String> makeUps,
        @Nullable Boolean confirmed) {

    private static final int LARGEST = 64 * 1024;
    private static final Charset OLD_SPREADSHEETS = Charset.forName("GB18030");
    private static final int LONGEST_HOLIDAY = 31;

    /** An empty form for that year. */
    static NoticeForm of(int year) {
        return new NoticeForm(year, null, null, null, null, null, null, null, null, null, null);
    }

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }

    /** The text of the file or of the field; null when the lines were filled in by hand. */
    @Nullable
    String text() {
        if (file != null && !file.isEmpty()) {
            return read(file);
        }
        return sheet == null || sheet.isBlank() ? null : sheet;
    }

    NoticeDraft draft() {
        String text = text();
        List<NoticeDraft.Row> rows = text == null ? byHand() : NoticeSheet.read(text);
        return new NoticeDraft(year, blank(noticeName), blank(noticeNumber), date(), rows);
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(blank(noticeDate));
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(FieldError.of("noticeDate", "NOTICE_DATE", LocalDate.of(year - 1, 7, 1))));
        }
    }

    private List<NoticeDraft.Row> byHand() {
        List<NoticeDraft.Row> rows = new ArrayList<>();
        for (int i = 0; i < (holiday == null ? 0 : holiday.size()); i++) {
            String name = at(holiday, i);
            daysOff(i + 1, name, at(first, i), at(last, i), rows);
            for (String day : at(makeUps, i).split("[\\s,，、;；]+")) {
                if (!day.isEmpty()) {
                    rows.add(new NoticeDraft.Row(i + 1, day, "上班", name + "调休上班"));
                }
            }
        }
        return rows;
    }

    private static void daysOff(int line, String name, String from, String to, List<NoticeDraft.Row> rows) {
        if (from.isEmpty()) {
            if (!to.isEmpty()) {
                rows.add(new NoticeDraft.Row(line, from, "放假", name));
            }
            return;
        }
        try {
            LocalDate start = LocalDate.parse(from);
            LocalDate end = to.isEmpty() ? start : LocalDate.parse(to);
            if (end.isBefore(start) || start.plusDays(LONGEST_HOLIDAY).isBefore(end)) {
                rows.add(new NoticeDraft.Row(line, from + "—" + to, "放假", name));
                return;
            }
            for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
                rows.add(new NoticeDraft.Row(line, day.toString(), "放假", name));
            }
        } catch (DateTimeParseException e) {
            rows.add(new NoticeDraft.Row(line, from + "—" + to, "放假", name));
        }
    }

    /** UTF-8, or what older spreadsheets write. */
    private static String read(MultipartFile file) {
        if (file.getSize() > LARGEST) {
            throw Refusal.invalid("CALENDAR_FILE", LARGEST / 1024);
        }
        try {
            byte[] bytes = file.getBytes();
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, OLD_SPREADSHEETS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(@Nullable List<String> values, int index) {
        return values == null || index >= values.size() ? "" : blank(values.get(index));
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
