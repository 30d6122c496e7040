package io.mingjing.review;

import io.mingjing.document.Letter;
import io.mingjing.document.OfficialStyle;
import io.mingjing.document.Paper;
import io.mingjing.document.SlipNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells who signs a decision what the review committee advised, and why the draft does not follow it (实施条例 art. 52).
 */
@Component
class CommitteeOnSlip implements SlipNotes {

    private static final String DECISION = "decision";
    private static final Map<String, String> ADOPTIONS = Map.of("ADOPTED", "采纳", "PARTLY", "部分采纳", "REJECTED", "不采纳");

    private final CommitteeConsultations consultations;

    CommitteeOnSlip(CommitteeConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Paper.Fact> of(Letter letter) {
        if (!letter.type().equals(DECISION)) {
            return List.of();
        }
        List<Paper.Fact> facts = new ArrayList<>();
        consultations.given(letter.caseId()).ifPresent(given -> {
            String day = given.givenOn() == null ? "" : OfficialStyle.date(given.givenOn());
            facts.add(new Paper.Fact("行政复议委员会咨询意见", (day + "\n" + given.opinion()).strip()));
            if (given.differences() != null) {
                facts.add(new Paper.Fact("委员的不同意见", given.differences()));
            }
            facts.add(new Paper.Fact("对咨询意见", ADOPTIONS.getOrDefault(String.valueOf(given.adoption()), "尚未说明")));
            if (given.explanation() != null) {
                facts.add(new Paper.Fact("不采纳的说明", given.explanation()));
            }
        });
        return facts;
    }
}
