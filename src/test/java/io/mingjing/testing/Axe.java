package io.mingjing.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What axe finds on a page once the page is there: one without its style sheet has faults of its own. */
public final class Axe {

    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /** Waits until the page, its style sheets and the parts that it fetches by itself have arrived. */
    public static void settle(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForCondition(() -> page.locator(".htmx-request").count() == 0);
    }

    /** The serious and critical faults by WCAG 2.2 AA and good practice: page, rule, place, reason. */
    public static List<String> serious(Page page) {
        return faults(page, Set.of("serious", "critical"));
    }

    /** Every fault, the slight ones too. */
    public static List<String> any(Page page) {
        return faults(page, Set.of("minor", "moderate", "serious", "critical"));
    }

    private static List<String> faults(Page page, Set<String> impacts) {
        settle(page);
        page.evaluate("scrollTo(0, 0)"); // what lies under the sticky header is not in the way of anybody
        return new AxeBuilder(page)
                        .setLegacyMode(
                                true) // no frames here: axe need not open a second page to put its findings together
                        .withTags(STANDARD)
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> impacts.contains(String.valueOf(rule.getImpact())))
                        .flatMap(rule -> places(page, rule))
                        .toList();
    }

    private static Stream<String> places(Page page, Rule rule) {
        return rule.getNodes().stream()
                .map(node -> page.url() + ": " + rule.getId() + " at " + node.getTarget() + " — "
                        + String.valueOf(node.getFailureSummary()).replace('\n', ' '));
    }
}
