package io.mingjing.portal;

import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * To which government an application goes (行政复议法 art. 24): that of the department, for a government the next higher one.
 * Where the applicant names another one, that choice stands; the officer judges it at intake.
 */
@Component
public class ReviewingOrgans {

    private final Organs organs;

    ReviewingOrgans(Organs organs) {
        this.organs = organs;
    }

    /** A government and the organs below it, as the page offers them. */
    public record Group(Organ government, List<Organ> organs) {
        public Group {
            organs = List.copyOf(organs);
        }
    }

    static boolean government(Organ organ) {
        return organ.kind() == OrganKind.GOVERNMENT;
    }

    /** Organs that can be complained of, by government, in official order. */
    public List<Group> respondents() {
        Map<String, List<Organ>> below = new LinkedHashMap<>();
        List<Organ> all = organs.all();
        for (Organ organ : all) {
            below.computeIfAbsent(organ.governmentId(), id -> new ArrayList<>()).add(organ);
        }
        return all.stream()
                .filter(ReviewingOrgans::government)
                .map(government -> new Group(government, below.getOrDefault(government.id(), List.of())))
                .toList();
    }

    public List<Organ> governments() {
        return organs.all().stream().filter(ReviewingOrgans::government).toList();
    }

    /** Names of all organs by id. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        organs.all().forEach(organ -> names.put(organ.id(), organ.name()));
        return names;
    }

    /** The government that the answers lead to. They have been checked. */
    Organ of(Map<String, String> values) {
        String chosen = Questions.text(values, "government");
        if (!chosen.isEmpty()) {
            return organs.get(chosen);
        }
        Organ respondent = organs.get(Questions.text(values, "respondentOrgan"));
        // art. 24.1(2): a government's act is reviewed by the next higher one, where that works in this installation
        if (government(respondent) && respondent.parentId() != null) {
            return organs.get(organs.get(respondent.parentId()).governmentId());
        }
        return organs.get(respondent.governmentId());
    }
}
