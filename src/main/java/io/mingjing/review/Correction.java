package io.mingjing.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one correction notice of an application (行政复议法 art. 31).
 *
 * @param kinds codes of what is asked for
 * @param items what is asked for beyond them, one item a line
 * @param days working days within which to correct; ten unless the organ sets more for good cause
 * @param proven whether it is proven that the applicant received the notice; without that nothing is deemed given up
 * @param proof how that is proven, a code
 */
public record Correction(
        String caseId,
        String kinds,
        @Nullable String items,
        int days,
        @Nullable String daysReason,
        boolean proven,
        @Nullable String proof,
        @Nullable String proofNote,
        int version) {

    /** The working days that the law gives. */
    public static final int DAYS = 10;

    public List<String> kindList() {
        return kinds.isEmpty() ? List.of() : List.of(kinds.split(","));
    }

    /** The items written down, each without the number that somebody may have put before it. */
    public List<String> itemList() {
        List<String> list = new ArrayList<>();
        if (items != null) {
            items.lines()
                    .map(line -> line.strip().replaceFirst("^[0-9]+[.、．]\\s*", ""))
                    .filter(line -> !line.isEmpty())
                    .forEach(list::add);
        }
        return list;
    }

    /** How the receipt of the notice is proven. */
    public record Receipt(
            boolean proven,
            @Nullable String proof,
            @Nullable String note,
            @Nullable LocalDate on) {}
}
