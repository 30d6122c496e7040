package io.mingjing.alert;

import io.mingjing.alert.Arming.Trigger;
import io.mingjing.shared.event.ProcessFailed;
import io.mingjing.shared.event.ProcessMended;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Steps of the engine that failed again and again. */
@Component
class IncidentWatch {

    private final AlertMapper mapper;
    private final Arming arming;
    private final Withdrawal withdrawal;
    private final Clock clock;

    IncidentWatch(AlertMapper mapper, Arming arming, Withdrawal withdrawal, Clock clock) {
        this.mapper = mapper;
        this.arming = arming;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    @EventListener
    void on(ProcessFailed failure) {
        LocalDate today = LocalDate.now(clock);
        arming.arm(List.of(new Trigger(
                AlertKind.ENGINE_INCIDENT,
                failure.caseId(),
                new AlertRef(failure.incidentId(), 0),
                "",
                today,
                today,
                failure.activityId())));
    }

    @EventListener
    void on(ProcessMended mended) {
        mapper.deleteDueOf(mended.incidentId());
        withdrawal.all(mended.incidentId());
    }
}
