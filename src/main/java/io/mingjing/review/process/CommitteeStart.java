package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Procedure;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提请咨询: an officer asks for the opinion of the review committee before the decision (行政复议法 art. 52). */
@Component
class CommitteeStart implements Procedure {

    private final CommitteeConsultations consultations;
    private final Reviews reviews;

    CommitteeStart(CommitteeConsultations consultations, Reviews reviews) {
        this.consultations = consultations;
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return CommitteeProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        if (file.area() != Area.REVIEW
                || !actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                || file.closedOn() != null) {
            return false;
        }
        ReviewCase review = reviews.find(file.id()).orElse(null);
        return review != null
                && review.acceptedOn() != null
                && review.decidedOn() == null
                && consultations.current(file.id()).isEmpty();
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        consultations.propose(
                file.id(),
                answers.codes("consultationGrounds"),
                answers.text("consultationQuestions"),
                answers.text("consultationDocuments"),
                actor);
        return Map.of();
    }
}
