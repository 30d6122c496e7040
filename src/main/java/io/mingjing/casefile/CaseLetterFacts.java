package io.mingjing.casefile;

import io.mingjing.document.LetterFacts;
import io.mingjing.document.LetterType;
import io.mingjing.document.OfficialStyle;
import io.mingjing.identity.Organs;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a case contributes to its letters: numbers, names of parties and organs, key dates ({@code <name>On}) and due days
 * of its latest limits ({@code due<Rule>}, such as {@code dueArDecideOrd}).
 */
@Component
class CaseLetterFacts implements LetterFacts {

    private static final Map<PartyRole, String> NAMES = Map.of(
            PartyRole.APPLICANT, "applicant",
            PartyRole.RESPONDENT, "respondent",
            PartyRole.THIRD_PARTY, "thirdParty",
            PartyRole.AGENT, "agent",
            PartyRole.RESPONSIBLE, "responsible",
            PartyRole.FILING, "filingOrgan");

    private final CaseVisibility cases;
    private final Parties parties;
    private final KeyDates keyDates;
    private final LimitBook limits;
    private final Organs organs;
    private final List<AreaFacts> areas;

    CaseLetterFacts(
            CaseVisibility cases,
            Parties parties,
            KeyDates keyDates,
            LimitBook limits,
            Organs organs,
            @Lazy List<AreaFacts> areas) {
        this.cases = cases;
        this.parties = parties;
        this.keyDates = keyDates;
        this.limits = limits;
        this.organs = organs;
        this.areas = areas;
    }

    @Override
    public Map<String, Object> of(String caseId, LetterType type) {
        CaseFile file = cases.find(caseId);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("organName", organs.get(file.governmentId()).name());
        facts.put("unitName", organs.get(file.unitId()).name());
        facts.put("registerNo", file.registerNo());
        if (file.caseNo() != null) {
            facts.put("caseNo", file.caseNo());
        }
        facts.put("title", file.title());
        NAMES.forEach((role, name) -> {
            List<String> names =
                    parties.of(caseId, role).stream().map(Party::name).toList();
            if (!names.isEmpty()) {
                facts.put(name, OfficialStyle.names(names));
            }
        });
        keyDates.of(caseId).forEach((name, day) -> facts.put(name + "On", day));
        limits.of(caseId).forEach(limit -> {
            LocalDate due = limit.dueOn();
            if (due != null && limit.state() != LimitState.CANCELLED) {
                facts.put(dueName(limit.rule()), due);
            }
        });
        areas.stream().filter(area -> area.area() == file.area()).forEach(area -> facts.putAll(area.of(caseId)));
        return facts;
    }

    static String dueName(String rule) {
        StringBuilder name = new StringBuilder("due");
        for (String part : rule.split("-")) {
            if (!part.isEmpty()) {
                name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return name.toString();
    }
}
