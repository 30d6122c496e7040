package io.mingjing.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the case search.
 *
 * @param next cursor of the next page; null on the last one
 * @param total how many there are, exact to 999; 1000 means more
 */
public record CasePage(List<CaseRow> items, @Nullable String next, int total) {

    public CasePage {
        items = List.copyOf(items);
    }

    /** The total as it is shown: {@code 999+} beyond 999. */
    public String totalText() {
        return total > 999 ? "999+" : Integer.toString(total);
    }
}
