package io.mingjing.alert;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets the mails that go round going when an installation starts for the first time, behind everything else. */
@Component
class RoundStart {

    private final RoundMails rounds;

    RoundStart(RoundMails rounds) {
        this.rounds = rounds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.begin();
    }
}
