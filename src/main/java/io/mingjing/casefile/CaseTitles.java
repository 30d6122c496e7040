package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.event.CaseChanged;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what a case is called and what it is about, in one act. */
@Service
@Transactional
public class CaseTitles {

    private static final int MATTER_LENGTH = 200;

    private final Cases cases;
    private final List<CaseMatter> matters;
    private final ApplicationEventPublisher events;

    CaseTitles(Cases cases, @Lazy List<CaseMatter> matters, ApplicationEventPublisher events) {
        this.cases = cases;
        this.matters = matters;
        this.events = events;
    }

    /** What the case is about; empty where its area knows no matter. */
    @Transactional(readOnly = true)
    public Optional<String> matter(CaseFile file) {
        return area(file).map(matter -> matter.of(file.id()));
    }

    /**
     * Corrects title and matter; what is the same stays.
     *
     * @param matter null leaves it as it is
     * @param version of the case as it was shown
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_ARCHIVED}, {@code CASE_CHANGED}, and with the fields that are wrong
     */
    public void correct(String caseId, String title, @Nullable String matter, int version, Actor actor) {
        CaseFile file = cases.get(caseId, actor);
        cases.rename(caseId, title, version, actor);
        if (matter == null) {
            return;
        }
        String text = matter.strip();
        if (text.isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("matter", "REQUIRED")));
        }
        if (text.codePointCount(0, text.length()) > MATTER_LENGTH) {
            throw Refusal.fields(List.of(FieldError.of("matter", "TOO_LONG", MATTER_LENGTH)));
        }
        Optional<CaseMatter> area = area(file);
        if (area.isPresent() && !area.get().of(caseId).equals(text)) {
            area.get().correct(caseId, text, actor);
            events.publishEvent(new CaseChanged(caseId));
        }
    }

    private Optional<CaseMatter> area(CaseFile file) {
        return matters.stream().filter(matter -> matter.area() == file.area()).findFirst();
    }
}
