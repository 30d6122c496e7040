package io.mingjing.review.process;

import io.mingjing.casefile.Handlers;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import org.springframework.stereotype.Component;

/** Who may propose a turn in the course of a case: the officers who handle it. */
@Component
class CaseHandlers {

    private final Handlers handlers;

    CaseHandlers(Handlers handlers) {
        this.handlers = handlers;
    }

    boolean handles(String caseId, Actor actor) {
        return actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                && handlers.of(caseId).stream()
                        .anyMatch(handler -> handler.userId().equals(actor.userId()));
    }
}
