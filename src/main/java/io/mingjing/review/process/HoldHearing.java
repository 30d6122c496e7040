package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.HearingRecord;
import io.mingjing.review.Hearings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 举行听证: held with its record, waived by an applicant who stayed away, or postponed (行政复议法 art. 51). */
@Component
class HoldHearing implements TaskHandler {

    private final Hearings hearings;

    HoldHearing(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public String processKey() {
        return HearingProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return HearingProcess.HOLD_HEARING;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String caseId = task.file().id();
        String answer = answers.text("hearingAnswer");
        switch (answer) {
            case "HELD" -> hearings.hold(caseId, record(answers), actor);
            case "WAIVED" -> hearings.waive(caseId, answers.text("hearingRemark"), actor);
            default -> hearings.postpone(caseId, answers.text("hearingRemark"), actor);
        }
        return Map.of(HearingProcess.HEARING_RESULT, answer);
    }

    private static HearingRecord record(Answers answers) {
        return new HearingRecord(
                answers.text("applicantPersons"),
                answers.text("respondentHead"),
                answers.optionalText("respondentPersons"),
                answers.optionalText("headExplanation"),
                answers.optionalText("thirdPartyPersons"),
                answers.text("hearingCourse"),
                answers.codes("recordSigned"),
                answers.optionalText("signatureRefusal"));
    }
}
