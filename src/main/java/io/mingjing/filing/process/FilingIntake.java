package io.mingjing.filing.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseIntake;
import io.mingjing.filing.Filings;
import io.mingjing.filing.Submission;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form 报送备案: the document, its dates and its pack. */
@Component
class FilingIntake implements CaseIntake {

    private final Filings filings;
    private final Clock clock;

    FilingIntake(Filings filings, Clock clock) {
        this.filings = filings;
        this.clock = clock;
    }

    @Override
    public Area area() {
        return Area.FILING;
    }

    @Override
    public String processKey() {
        return RecordReviewProcess.PROCESS;
    }

    @Override
    public boolean mayStart(Actor actor) {
        return actor.hasAny(Role.ORGAN_CONTACT, Role.FILING_OFFICER, Role.INTAKE_CLERK);
    }

    @Override
    public Map<String, Object> prefill(Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("submittedOn", LocalDate.now(clock));
        String organId = actor.organId();
        if (actor.has(Role.ORGAN_CONTACT) && organId != null) {
            values.put("filingOrgan", organId);
        }
        return values;
    }

    @Override
    public CaseFile start(Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        return filings.submit(
                new Submission(
                        answers.text("filingOrgan"),
                        answers.text("title"),
                        answers.text("documentNumber"),
                        answers.text("documentKind"),
                        answers.date("publishedOn"),
                        answers.date("effectiveOn"),
                        answers.optionalDate("validUntil"),
                        answers.date("submittedOn"),
                        answers.codes("pack")),
                actor);
    }
}
