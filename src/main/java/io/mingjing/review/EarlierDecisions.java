package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.OfficialStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A decision in force on the same act, which a later case of somebody else may follow without more ado (实施条例 art. 65). The
 * same act is the one of the same number by the same respondent.
 */
@Service
@Transactional(readOnly = true)
public class EarlierDecisions {

    private final SimilarMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Letters letters;

    EarlierDecisions(SimilarMapper mapper, Reviews reviews, Cases cases, Parties parties, Letters letters) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.letters = letters;
    }

    /** What the draft of a decision begins with because of the first one in force on the act; empty where there is none. */
    public Map<String, Object> proposal(String caseId) {
        Map<String, Object> values = new LinkedHashMap<>();
        first(caseId)
                .ifPresent(decided -> letters.current(decided.caseId(), "decision")
                        .map(Letter::number)
                        .ifPresent(number -> {
                            values.put("outcome", decided.outcome());
                            values.put(
                                    "reasons",
                                    "就同一行政行为，本机关已经作出" + number + "行政复议决定，该决定于" + OfficialStyle.date(decided.servedOn())
                                            + "送达被申请人，已经发生法律效力。依照《中华人民共和国行政复议法实施条例》第六十五条第一款，本案根据该决定的内容作出决定。");
                        }));
        return values;
    }

    private Optional<SimilarMapper.Decided> first(String caseId) {
        String number = reviews.get(caseId).actNumber();
        if (number == null || number.isBlank()) {
            return Optional.empty();
        }
        return parties.of(caseId, PartyRole.RESPONDENT).stream()
                .flatMap(party -> Stream.ofNullable(party.organId()))
                .findFirst()
                .flatMap(organId ->
                        mapper.findDecided(caseId, cases.require(caseId).governmentId(), number, organId).stream()
                                .findFirst());
    }
}
