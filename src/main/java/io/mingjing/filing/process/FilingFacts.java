package io.mingjing.filing.process;

import io.mingjing.casefile.AreaFacts;
import io.mingjing.casefile.Cases;
import io.mingjing.filing.FiledDocument;
import io.mingjing.filing.Filings;
import io.mingjing.shared.Area;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the letters of a filing say of the document; its number in the register is the case number. */
@Component
class FilingFacts implements AreaFacts {

    private final Filings filings;
    private final Cases cases;

    FilingFacts(Filings filings, Cases cases) {
        this.filings = filings;
        this.cases = cases;
    }

    @Override
    public Area area() {
        return Area.FILING;
    }

    @Override
    public Map<String, Object> of(String caseId) {
        FiledDocument document = filings.get(caseId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("documentTitle", document.title());
        facts.put("documentNumber", document.documentNumber());
        String caseNo = cases.require(caseId).caseNo();
        if (caseNo != null) {
            facts.put("registerNo", caseNo);
        }
        return facts;
    }
}
