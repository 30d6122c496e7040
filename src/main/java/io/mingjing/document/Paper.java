package io.mingjing.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An internal paper of a file that is printed from the record: cover, catalogue, remarks, approval slip.
 *
 * @param subtitle line below the title; null for none
 * @param facts label and value in two columns
 * @param table null for none
 * @param lines what stands below
 */
public record Paper(
        String title,
        @Nullable String subtitle,
        List<Fact> facts,
        @Nullable Table table,
        List<String> lines) {

    /** A label and its value. */
    public record Fact(String label, String value) {}

    /** A table with a head. @param widths of the columns in percent */
    public record Table(List<String> head, List<Integer> widths, List<List<String>> rows) {
        public Table {
            head = List.copyOf(head);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Paper {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
    }
}
