package io.mingjing.supervision.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseIntake;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.supervision.Supervision;
import io.mingjing.supervision.Supervision.RedLight;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form 亮红灯: what turned the light red, and whose it is. */
@Component
class SupervisionIntake implements CaseIntake {

    private final Supervision supervision;
    private final Clock clock;

    SupervisionIntake(Supervision supervision, Clock clock) {
        this.supervision = supervision;
        this.clock = clock;
    }

    @Override
    public Area area() {
        return Area.SUPERVISION;
    }

    @Override
    public String processKey() {
        return SupervisionOrderProcess.PROCESS;
    }

    @Override
    public boolean mayStart(Actor actor) {
        return actor.has(Role.SUPERVISOR);
    }

    @Override
    public Map<String, Object> prefill(Actor actor) {
        return Map.of("redOn", LocalDate.now(clock));
    }

    @Override
    public CaseFile start(Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        return supervision.raise(
                new RedLight(
                        answers.text("responsibleOrgan"),
                        answers.text("subject"),
                        answers.text("trigger"),
                        answers.date("redOn"),
                        answers.optionalText("sourceCase"),
                        answers.text("facts")),
                actor);
    }
}
