package io.mingjing.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Figures under headings, printed as the Markdown table that goes into the report. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** A row; fewer cells than headings leave the rest empty. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        while (row.size() < rows.get(0).size()) {
            row.add("");
        }
        rows.add(row);
        return this;
    }

    /** The first column stands left, figures stand right. */
    public void print(PrintStream out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        out.println();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < widths.length; i++) {
                String cell = rows.get(r).get(i);
                String space = " ".repeat(widths[i] - cell.length());
                line.append(' ').append(i == 0 ? cell + space : space + cell).append(" |");
            }
            out.println(line);
            if (r == 0) {
                StringBuilder rule = new StringBuilder("|");
                for (int i = 0; i < widths.length; i++) {
                    rule.append(i == 0 ? ":" : "-")
                            .append("-".repeat(widths[i]))
                            .append(i == 0 ? "-" : ":")
                            .append('|');
                }
                out.println(rule);
            }
        }
        out.println();
    }
}
