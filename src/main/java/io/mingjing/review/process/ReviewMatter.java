package io.mingjing.review.process;

import io.mingjing.casefile.CaseMatter;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import org.springframework.stereotype.Component;

/** A review is about the act complained of. */
@Component
class ReviewMatter implements CaseMatter {

    private final Reviews reviews;

    ReviewMatter(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Area area() {
        return Area.REVIEW;
    }

    @Override
    public String of(String caseId) {
        return reviews.get(caseId).actName();
    }

    @Override
    public void correct(String caseId, String matter, Actor actor) {
        reviews.correctAct(caseId, matter, actor);
    }
}
