package io.mingjing.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was told what of a case, and what became of the mail. Nothing here asks who reads: the case page has. */
@Service
@Transactional(readOnly = true)
public class CaseAlerts {

    private static final int SHOWN = 200;

    private final CaseAlertMapper mapper;

    CaseAlerts(CaseAlertMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * An alert of a case and its mail.
     *
     * @param mail what has become of the mail; null where there was none
     * @param bouncedAt when the mail came back
     */
    public record Line(
            AlertKind kind,
            List<String> args,
            String receiver,
            LocalDate raisedOn,
            Instant raisedAt,
            @Nullable Instant withdrawnAt,
            @Nullable MailState mail,
            @Nullable Instant sentAt,
            @Nullable Instant bouncedAt,
            @Nullable String mailError) {}

    /** The latest first, no more than 200. */
    public List<Line> of(String caseId) {
        return mapper.find(caseId, SHOWN).stream()
                .map(row -> new Line(
                        row.kind(),
                        Messages.args(row.args()),
                        row.receiver(),
                        row.raisedOn(),
                        row.raisedAt(),
                        row.withdrawnAt(),
                        row.mail(),
                        row.sentAt(),
                        row.bouncedAt(),
                        row.mailError()))
                .toList();
    }

    /** How many mails of a case have come back or were refused too often. */
    public int undelivered(String caseId) {
        return mapper.countUndelivered(caseId);
    }
}
