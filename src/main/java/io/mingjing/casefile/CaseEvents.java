package io.mingjing.casefile;

import io.mingjing.document.LetterTypes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.event.LetterServed;
import io.mingjing.shared.event.TaskOpened;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens to a case because its tasks open and its letters are served. */
@Component
class CaseEvents {

    private final Cases cases;
    private final Parties parties;
    private final LetterTypes types;

    CaseEvents(Cases cases, Parties parties, LetterTypes types) {
        this.cases = cases;
        this.parties = parties;
        this.types = types;
    }

    /** Before the others: who lists the task must find the organ's right to see its case. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(TaskOpened task) {
        String stage = task.properties().get("stage");
        if (stage != null) {
            cases.setStage(task.caseId(), task.processKey(), stage);
        }
        String relation = task.organRelation();
        if (relation != null) {
            parties.address(task.caseId(), PartyRole.valueOf(relation));
        }
    }

    /** Service lets the recipient's organ see the case and sets the key date of the letter's type, to the latest service. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(LetterServed served) {
        parties.of(served.caseId()).stream()
                .filter(party -> party.id().equals(served.recipientId()))
                .flatMap(party -> Stream.ofNullable(party.organId()))
                .forEach(organId -> parties.addressOrgan(served.caseId(), organId));
        String keyDate = types.get(served.type()).servedKeyDate();
        if (keyDate == null) {
            return;
        }
        Optional<LocalDate> before = cases.keyDate(served.caseId(), keyDate);
        if (before.isEmpty() || served.servedOn().isAfter(before.get())) {
            cases.setKeyDate(served.caseId(), keyDate, served.servedOn(), Actor.SYSTEM);
        }
    }
}
