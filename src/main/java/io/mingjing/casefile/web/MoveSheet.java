package io.mingjing.casefile.web;

import io.mingjing.casefile.Redating;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a preview as CSV, piece by piece, as spreadsheets of an office open it: UTF-8 with its mark. */
final class MoveSheet {

    private static final String[] HEADINGS = {
        "number", "rule", "limit", "kind", "dueBefore", "dueAfter", "lightBefore", "lightAfter", "before", "after"
    };

    private final PrintWriter out;
    private final CalendarTexts texts;
    private final Locale locale;

    MoveSheet(PrintWriter out, CalendarTexts texts, Locale locale) {
        this.out = out;
        this.texts = texts;
        this.locale = locale;
    }

    void head() {
        out.write('\uFEFF');
        for (int i = 0; i < HEADINGS.length; i++) {
            out.write((i == 0 ? "" : ",") + texts.text("casefile.calendar.sheet." + HEADINGS[i], locale));
        }
        out.write("\r\n");
    }

    void rows(List<Redating.Move> moves) {
        for (Redating.Move move : moves) {
            out.write(String.join(
                            ",",
                            cell(move.number()),
                            cell(move.rule()),
                            cell(texts.rule(move.rule(), locale)),
                            cell(texts.kind(move.kind(), locale)),
                            date(move.dueBefore()),
                            date(move.dueAfter()),
                            cell(texts.light(move.lightBefore().name(), locale)),
                            cell(texts.light(move.lightAfter().name(), locale)),
                            certainty(move.provisionalBefore()),
                            certainty(move.provisionalAfter()))
                    + "\r\n");
        }
    }

    private String certainty(boolean provisional) {
        return texts.text(provisional ? "casefile.calendar.provisional" : "casefile.calendar.final", locale);
    }

    private static String date(@Nullable Object date) {
        return date == null ? "" : date.toString();
    }

    /** Quoted where needed; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.contains(",") || safe.contains("\"") || safe.contains("\n")
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
