package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.Consultation;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 委员会咨询: whether the committee must be consulted, what it said, and what the draft made of it. */
@Component
class CommitteeTab implements CaseTab {

    private final CommitteeConsultations consultations;
    private final Reviews reviews;
    private final CaseAccess access;

    CommitteeTab(CommitteeConsultations consultations, Reviews reviews, CaseAccess access) {
        this.consultations = consultations;
        this.reviews = reviews;
        this.access = access;
    }

    @Override
    public String id() {
        return "committee";
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && access.mayReadPart(file.id(), FilePart.SECONDARY, actor)
                && reviews.find(file.id())
                        .filter(review -> review.acceptedOn() != null)
                        .isPresent();
    }

    @Override
    public String view() {
        return "review/committee :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        int count = consultations.of(file.id(), actor).size();
        return count == 0 ? null : count;
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        List<Consultation> all = consultations.of(file.id(), actor);
        ReviewCase review = reviews.get(file.id());
        boolean open = review.decidedOn() == null && file.closedOn() == null;
        Map<String, Object> model = new HashMap<>();
        model.put("committeeDuty", consultations.duty(file.id()));
        model.put("committeeTraits", consultations.traits(file.id(), actor).orElse(null));
        model.put("consultations", all);
        model.put("committeeGiven", all.stream().anyMatch(each -> each.state() == Consultation.State.GIVEN));
        model.put("mayFind", open && actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD));
        model.put("mayNeed", actor.has(Role.UNIT_HEAD));
        return model;
    }
}
