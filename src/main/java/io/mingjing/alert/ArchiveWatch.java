package io.mingjing.alert;

import io.mingjing.alert.Arming.Trigger;
import io.mingjing.shared.Act;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reminds of closed cases that must be in the archive by 30 June of the year after they were closed (the archives' office
 * rule); what is archived has nothing more to remind of.
 */
@Component
class ArchiveWatch {

    private final AlertMapper mapper;
    private final Arming arming;
    private final Withdrawal withdrawal;

    ArchiveWatch(AlertMapper mapper, Arming arming, Withdrawal withdrawal) {
        this.mapper = mapper;
        this.arming = arming;
        this.withdrawal = withdrawal;
    }

    @EventListener
    void on(Act act) {
        String caseId = act.caseId();
        if (caseId == null) {
            return;
        }
        LocalDate on = act.legalDate();
        if (act.kind().equals("casefile.closed") && on != null) {
            LocalDate due = LocalDate.of(on.getYear() + 1, 6, 30);
            arming.arm(List.of(new Trigger(AlertKind.ARCHIVE_DUE, caseId, new AlertRef(caseId, 0), "", due, due, "")));
        } else if (act.kind().equals("casefile.archived")) {
            mapper.deleteDueOf(caseId);
            withdrawal.all(caseId);
        }
    }
}
