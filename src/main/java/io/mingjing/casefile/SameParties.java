package io.mingjing.casefile;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of the same applicants in the whole installation: by name, or by the blind index of the identity number. Answers
 * ids only; what of them may be shown is for the area to decide.
 */
@Service
@Transactional(readOnly = true)
public class SameParties {

    /** More applicants than this stand in one case only with representatives; the first ones tell enough. */
    private static final int MOST = 20;

    private final SamePartyMapper mapper;
    private final PersonalVault vault;

    SameParties(SamePartyMapper mapper, PersonalVault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** Other cases with one of the applicants of this case. */
    public Set<String> casesOfApplicants(String caseId) {
        Set<String> cases = new TreeSet<>();
        mapper.findApplicants(caseId).stream()
                .limit(MOST)
                .forEach(one -> cases.addAll(cases(one.name(), one.idNumberIndex())));
        cases.remove(caseId);
        return cases;
    }

    /**
     * Cases with an applicant of that name or number.
     *
     * @param idNumber in clear; null where it is not known
     */
    public Set<String> casesOf(String name, @Nullable String idNumber) {
        if (idNumber == null || idNumber.isBlank()) {
            return cases(name, null);
        }
        return cases(name, vault.index(PersonalField.ID_NUMBER, idNumber));
    }

    private Set<String> cases(String name, @Nullable String index) {
        Set<String> cases = new TreeSet<>(mapper.findByName(name.strip()));
        if (index != null) {
            cases.addAll(mapper.findByIndex(index));
        }
        return cases;
    }
}
