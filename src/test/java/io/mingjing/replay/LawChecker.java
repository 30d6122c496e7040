package io.mingjing.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells from the log alone whether every review went as the law orders it: what came before what, and on which day at the
 * latest. It counts days by itself ({@link DayCount}) and knows nothing of the application's modules.
 */
final class LawChecker {

    private LawChecker() {}

    /**
     * @param until the day after whose end the log is read: what was due by then and is not there is missing
     * @return one line for each unlawful state: code, case, entry and what is wrong
     */
    static List<String> check(List<LogEntry> log, DayCount days, LocalDate until) {
        Map<String, List<LogEntry>> cases = new LinkedHashMap<>();
        log.forEach(entry ->
                cases.computeIfAbsent(entry.caseId(), id -> new ArrayList<>()).add(entry));
        List<String> found = new ArrayList<>();
        cases.forEach((id, entries) -> found.addAll(new CaseStory(id, entries, days, until).check()));
        return found;
    }
}
