package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Cases;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤回申请 before acceptance: nothing is under review yet, so nothing is terminated; the unit allows it and the case is closed
 * (行政复议法 art. 74). The applicant may apply again in time.
 */
@Service
@Transactional
public class EarlyWithdrawals {

    /** Outcome of a case withdrawn before acceptance. */
    public static final String WITHDRAWN = "WITHDRAWN";

    /** What may be running before acceptance and ends with the application. */
    private static final List<String> PROCESSES = List.of("administrativeReview", "informApplicant", "mediation");

    private static final List<String> LETTERS =
            List.of("acceptance-notice", "reply-notice", "correction-notice", "refusal", "informing-letter");

    private final Reviews reviews;
    private final Cases cases;
    private final Letters letters;
    private final CaseLetters caseLetters;
    private final Processes processes;
    private final ActDay actDay;
    private final ApplicationEventPublisher events;

    EarlyWithdrawals(
            Reviews reviews,
            Cases cases,
            Letters letters,
            CaseLetters caseLetters,
            Processes processes,
            ActDay actDay,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.cases = cases;
        this.letters = letters;
        this.caseLetters = caseLetters;
        this.processes = processes;
        this.actDay = actDay;
        this.events = events;
    }

    /**
     * Whether the application can still be withdrawn so.
     *
     * @throws Refusal {@code EARLY_WITHDRAWAL_ACCEPTED} once it is accepted or deemed so, {@code EARLY_WITHDRAWAL_REFUSED}
     *     once the refusal is out
     */
    @Transactional(readOnly = true)
    public void requireOpen(String caseId) {
        LocalDate acceptedOn = reviews.get(caseId).acceptedOn();
        if (acceptedOn != null) {
            throw Refusal.conflict("EARLY_WITHDRAWAL_ACCEPTED", acceptedOn);
        }
        if (letters.current(caseId, "refusal").filter(Letter::issued).isPresent()) {
            throw Refusal.conflict("EARLY_WITHDRAWAL_REFUSED");
        }
    }

    /** Whether the application can still be withdrawn so. */
    @Transactional(readOnly = true)
    public boolean open(String caseId) {
        return reviews.get(caseId).acceptedOn() == null
                && letters.current(caseId, "refusal").filter(Letter::issued).isEmpty();
    }

    /**
     * The applicant asked, and it was looked into whether that is the free will.
     *
     * @throws Refusal as {@link #requireOpen}, {@code FIELDS}: {@code WITHDRAWAL_INVOLUNTARY}
     */
    public void ask(String caseId, boolean voluntary, LocalDate on, Actor actor) {
        requireOpen(caseId);
        if (!voluntary) {
            throw Refusal.fields(List.of(FieldError.of("voluntary", "WITHDRAWAL_INVOLUNTARY")));
        }
        events.publishEvent(
                Act.of("review.earlyWithdrawalAsked", caseId, actor, Map.of()).on(on));
    }

    /** The unit does not allow it: the application goes on. */
    public void refuse(String caseId, Actor actor) {
        events.publishEvent(Act.of("review.earlyWithdrawalRefused", caseId, actor, Map.of()));
    }

    /** The unit allows it. */
    public void allow(String caseId, Actor actor) {
        requireOpen(caseId);
        events.publishEvent(
                Act.of("review.earlyWithdrawalAllowed", caseId, actor, Map.of()).on(actDay.today()));
    }

    /** What was begun ends where it stands, and the case is closed on the day of the permission. */
    public void close(String caseId) {
        caseLetters.supersede(caseId, LETTERS, Actor.SYSTEM);
        PROCESSES.forEach(process -> processes.stop(process, caseId, WITHDRAWN));
        cases.close(caseId, WITHDRAWN, actDay.today(), Actor.SYSTEM);
    }
}
