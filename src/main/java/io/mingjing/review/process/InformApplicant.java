package io.mingjing.review.process;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedure;
import io.mingjing.document.LetterTypes;
import io.mingjing.engine.Processes;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 告知申请人: before acceptance the applicant is told of a wrong respondent, or that a repetition is not processed. */
@Component
class InformApplicant implements Procedure {

    static final String LETTER = "informing-letter";

    private final Reviews reviews;
    private final CaseLetters letters;
    private final LetterTypes types;
    private final Processes processes;

    InformApplicant(Reviews reviews, CaseLetters letters, LetterTypes types, Processes processes) {
        this.reviews = reviews;
        this.letters = letters;
        this.types = types;
        this.processes = processes;
    }

    @Override
    public String processKey() {
        return InformApplicantProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && file.state() == CaseState.OPEN
                && actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                && reviews.find(file.id())
                        .filter(review -> review.acceptedOn() == null)
                        .isPresent()
                && !processes.running(InformApplicantProcess.PROCESS, file.id());
    }

    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return List.of(Consequence.of("letterDrafted", types.get(LETTER).title()));
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : List.of("informText", "properRespondent", "earlierMatter")) {
            Object value = values.get(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        letters.draft(file.id(), LETTER, fields, actor);
        return Map.of();
    }
}
