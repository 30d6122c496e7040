package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds cases: three statements for a page, whatever its length, and one for the total. */
@Component
class CaseSearching {

    /** One more than is counted exactly. */
    private static final int MOST = 1000;

    private final CaseMapper mapper;
    private final CaseVisibility visibility;
    private final LimitBook limits;
    private final Clock clock;

    CaseSearching(CaseMapper mapper, CaseVisibility visibility, LimitBook limits, Clock clock) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.limits = limits;
        this.clock = clock;
    }

    CasePage search(CaseQuery query, Actor actor) {
        CaseScope scope = visibility.scope(actor);
        CaseSearch search = CaseSearch.of(query, LocalDate.now(clock));
        List<CaseMapper.Found> found = mapper.search(search, scope);
        boolean more = found.size() == search.rows();
        List<CaseMapper.Found> page = more ? found.subList(0, found.size() - 1) : found;
        String next = more ? search.cursor(page.get(page.size() - 1)) : null;
        return new CasePage(rows(page), next, mapper.countFound(search, scope, MOST));
    }

    private List<CaseRow> rows(List<CaseMapper.Found> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        List<String> ids = page.stream().map(CaseMapper.Found::id).toList();
        Map<String, List<String>> parties = names(mapper.findPartyNames(ids));
        Map<String, List<String>> leads = names(mapper.findLeadNames(ids));
        Map<String, List<CaseLimit>> byCase = new HashMap<>();
        limits.ofCases(ids)
                .forEach(limit -> byCase.computeIfAbsent(limit.caseId(), id -> new ArrayList<>())
                        .add(limit));
        return page.stream()
                .map(row -> new CaseRow(
                        row.id(),
                        row.area(),
                        row.kind(),
                        row.registerNo(),
                        row.caseNo(),
                        row.title(),
                        row.state(),
                        row.outcome(),
                        row.stage(),
                        row.receivedOn(),
                        row.closedOn(),
                        row.governmentId(),
                        row.government(),
                        parties.getOrDefault(row.id(), List.of()),
                        leads.getOrDefault(row.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null),
                        mostUrgent(byCase.getOrDefault(row.id(), List.of())).orElse(null)))
                .toList();
    }

    /** The running one that ends first, overdue ones included, else a paused one. */
    static Optional<CaseLimit> mostUrgent(List<CaseLimit> limits) {
        return limits.stream()
                .filter(limit -> limit.state().isOpen())
                .min(Comparator.comparing(CaseLimit::state)
                        .thenComparing(CaseLimit::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(CaseLimit::id));
    }

    private static Map<String, List<String>> names(List<CaseMapper.NameOfCase> rows) {
        Map<String, List<String>> names = new HashMap<>();
        rows.forEach(row ->
                names.computeIfAbsent(row.caseId(), id -> new ArrayList<>()).add(row.name()));
        return names;
    }
}
