package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Procedure;
import io.mingjing.review.RecusalRequest;
import io.mingjing.review.RecusalRequest.Origin;
import io.mingjing.review.RecusalRequests;
import io.mingjing.review.RecusalRequests.Asked;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出回避: entered at the desk for a party, declared by the person, or proposed by the unit (公务员法 art. 77). */
@Component
class RecusalStart implements Procedure {

    private final RecusalRequests requests;
    private final Handlers handlers;
    private final Reviews reviews;

    RecusalStart(RecusalRequests requests, Handlers handlers, Reviews reviews) {
        this.requests = requests;
        this.handlers = handlers;
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return RecusalProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && file.closedOn() == null
                && actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                && reviews.find(file.id()).isPresent()
                && requests.current(file.id()).isEmpty();
    }

    @Override
    public Map<String, Object> prefill(CaseFile file) {
        return handlers.lead(file.id())
                .map(Handler::name)
                .<Map<String, Object>>map(name -> Map.of("recusalPerson", name))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        return variables(requests.ask(
                file.id(),
                new Asked(
                        Origin.valueOf(answers.text("recusalOrigin")),
                        answers.optionalText("recusalApplicant"),
                        answers.text("recusalPerson"),
                        Relation.valueOf(answers.text("recusalRelation")),
                        answers.text("recusalTie"),
                        answers.text("recusalFacts")),
                actor));
    }

    static Map<String, Object> variables(RecusalRequest request) {
        return Map.of(
                RecusalProcess.DECIDER,
                request.decider().name(),
                RecusalProcess.ANSWER,
                request.origin() == Origin.PARTY ? "LETTER" : "NONE");
    }
}
