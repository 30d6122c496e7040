package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters new cases of every area through their start forms. */
@Service
public class Intakes {

    private final List<CaseIntake> intakes;
    private final CaseTasks tasks;

    Intakes(List<CaseIntake> intakes, CaseTasks tasks) {
        this.intakes = intakes;
        this.tasks = tasks;
    }

    /** The kinds of case this person may enter. */
    public List<CaseIntake> open(Actor actor) {
        return intakes.stream().filter(intake -> intake.mayStart(actor)).toList();
    }

    /**
     * The intake of a process.
     *
     * @throws Refusal {@code KIND_UNKNOWN}; {@code NOT_ALLOWED} where this person may not enter such a case
     */
    public CaseIntake require(String processKey, Actor actor) {
        CaseIntake intake = intakes.stream()
                .filter(found -> found.processKey().equals(processKey))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("KIND_UNKNOWN"));
        if (!intake.mayStart(actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return intake;
    }

    /**
     * Enters a case: checks the start form, registers, keeps the form as a submission, starts the process; all or nothing.
     *
     * @param formKey made when the form was shown; the same form sent twice is one case
     */
    @Transactional
    public CaseFile start(String processKey, Map<String, ?> raw, @Nullable String formKey, Actor actor) {
        CaseIntake intake = require(processKey, actor);
        Optional<CaseFile> before = formKey == null ? Optional.empty() : tasks.started(formKey);
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, Object> values = tasks.checkStart(processKey, raw);
        CaseFile file = intake.start(values, actor);
        tasks.completeStart(file.id(), processKey, values, formKey, actor);
        return file;
    }
}
