package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 抄告: where the respondent is a department of the government that decided, the decision and the opinion letter are copied to
 * the department's superior authority (行政复议法 art. 79.2).
 */
@Service
@Transactional(readOnly = true)
public class SuperiorCopies {

    private final Parties parties;
    private final Organs organs;

    SuperiorCopies(Parties parties, Organs organs) {
        this.parties = parties;
        this.organs = organs;
    }

    /** Whether a copy is owed: a respondent is a department of the government that decides the case. */
    public boolean due(CaseFile file) {
        return !departments(file).isEmpty();
    }

    /**
     * The superior authority stands outside the directory as a rule; what it cannot be is known.
     *
     * @throws Refusal {@code FIELDS}: {@code ADDRESSEE_NOT_SUPERIOR} for the respondent itself, the deciding government and
     *     its other departments
     */
    public void requireSuperior(CaseFile file, String addressee) {
        String name = addressee.strip();
        Organ government = organs.get(file.governmentId());
        boolean here = organs.all().stream()
                .filter(organ -> organ.id().equals(government.id())
                        || (!organ.isGovernment() && organ.governmentId().equals(government.id())))
                .anyMatch(
                        organ -> organ.name().equals(name) || organ.shortName().equals(name));
        if (here) {
            throw Refusal.fields(List.of(FieldError.of("addressee", "ADDRESSEE_NOT_SUPERIOR")));
        }
    }

    private List<Organ> departments(CaseFile file) {
        return parties.of(file.id(), PartyRole.RESPONDENT).stream()
                .filter(party -> party.leftOn() == null)
                .flatMap(party -> organs.find(String.valueOf(party.organId())).stream())
                .filter(organ -> !organ.isGovernment() && organ.governmentId().equals(file.governmentId()))
                .toList();
    }
}
