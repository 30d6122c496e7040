package io.mingjing.casefile;

/**
 * A list with its filters under a name.
 *
 * @param filters the part of the address after the question mark
 * @param ofUnit set by the head of the unit or the supervisor for everybody of the government; else a person's own
 * @param starred an own view that stands in the bar, not in the menu
 */
public record SavedView(String id, Page page, String name, String filters, boolean ofUnit, boolean starred) {

    /** The page that it is a view of. */
    public enum Page {
        TASKS("/worklist"),
        CASES("/cases");

        private final String path;

        Page(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    public String address() {
        return page.path() + "?" + filters;
    }

    /** Whether it stands in the bar. */
    public boolean inBar() {
        return ofUnit || starred;
    }
}
