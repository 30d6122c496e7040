package io.mingjing.alert;

import io.mingjing.alert.Arming.Trigger;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.shared.event.LetterServed;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters that have their number and must reach their recipients. */
@Component
class LetterWatch {

    private final AlertMapper mapper;
    private final Arming arming;
    private final Withdrawal withdrawal;

    LetterWatch(AlertMapper mapper, Arming arming, Withdrawal withdrawal) {
        this.mapper = mapper;
        this.arming = arming;
        this.withdrawal = withdrawal;
    }

    @EventListener
    void on(LetterIssued letter) {
        arming.arm(List.of(new Trigger(
                AlertKind.LETTER_UNSERVED,
                letter.caseId(),
                new AlertRef(letter.letterId(), 0),
                letter.type(),
                letter.issuedOn(),
                letter.issuedOn(),
                letter.number())));
    }

    @EventListener
    void on(LetterServed letter) {
        if (letter.allServed()) {
            mapper.deleteDueOf(letter.letterId());
            withdrawal.all(letter.letterId());
        }
    }
}
