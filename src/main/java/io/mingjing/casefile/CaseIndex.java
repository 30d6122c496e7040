package io.mingjing.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the search terms of a case in step with its number, title and parties. */
@Component
class CaseIndex {

    /** Rows of one insert. */
    private static final int BATCH = 200;

    private final CaseMapper cases;
    private final PartyMapper parties;

    CaseIndex(CaseMapper cases, PartyMapper parties) {
        this.cases = cases;
        this.parties = parties;
    }

    /** Called after whatever changed one of the texts, in the same transaction. */
    void refresh(CaseFile file) {
        List<String> parts = new ArrayList<>(List.of(file.registerNo(), file.title()));
        if (file.caseNo() != null) {
            parts.add(file.caseNo());
        }
        parties.findByCase(file.id()).forEach(party -> parts.add(party.name()));
        String text = SearchText.of(parts);
        Set<String> grams = SearchText.grams(text);
        cases.updateSearchText(file.id(), text);
        Set<String> before = new LinkedHashSet<>(cases.findGrams(file.id()));
        if (grams.equals(before)) {
            return;
        }
        if (!before.isEmpty()) {
            cases.deleteGrams(file.id());
        }
        List<String> rows = List.copyOf(grams);
        for (int from = 0; from < rows.size(); from += BATCH) {
            cases.insertGrams(file.id(), rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }
}
