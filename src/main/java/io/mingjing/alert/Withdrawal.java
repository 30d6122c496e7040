package io.mingjing.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes back what was said and no longer holds. Mail still owed does not leave; a mail that has left stays on record. */
@Component
class Withdrawal {

    private final AlertMapper mapper;
    private final MessageMapper messages;
    private final MailMapper mails;
    private final Clock clock;

    Withdrawal(AlertMapper mapper, MessageMapper messages, MailMapper mails, Clock clock) {
        this.mapper = mapper;
        this.messages = messages;
        this.mails = mails;
        this.clock = clock;
    }

    /** All that was said of it: its date has moved, or it is done. */
    void all(String refId) {
        withdraw(refId, kind -> true);
    }

    /** Only the warnings: what they warned of has been done. That the date had passed stays said. */
    void warnings(String refId) {
        withdraw(refId, AlertKind::warns);
    }

    private void withdraw(String refId, Predicate<AlertKind> which) {
        List<String> alerts = mapper.findStanding(refId).stream()
                .filter(alert -> which.test(alert.kind()))
                .map(AlertMapper.Standing::id)
                .toList();
        if (!alerts.isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            mapper.updateWithdrawn(alerts, now);
            messages.updateWithdrawn(alerts, now);
            mails.updateWithdrawn(alerts);
        }
    }
}
