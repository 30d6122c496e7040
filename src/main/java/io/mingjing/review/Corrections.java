package io.mingjing.review;

import io.mingjing.casefile.LimitRedating;
import io.mingjing.casefile.Notes;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceMethod;
import io.mingjing.document.ServiceRecord;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补正: one notice that asks for everything, and what follows when nothing comes (行政复议法 art. 31). */
@Service
@Transactional
public class Corrections {

    private static final String NOTICE = "correction-notice";
    private static final String LIMIT = "AR-FIX";

    private static final Map<ServiceMethod, String> PROOFS = Map.of(
            ServiceMethod.DIRECT, "SIGNED",
            ServiceMethod.LEFT, "RECORDED",
            ServiceMethod.ELECTRONIC, "SYSTEM",
            ServiceMethod.POST, "POST_SLIP",
            ServiceMethod.ENTRUSTED, "POST_SLIP",
            ServiceMethod.PUBLIC_NOTICE, "NOTICE");

    private final CorrectionMapper mapper;
    private final Letters letters;
    private final LimitRedating limits;
    private final Notes notes;
    private final ApplicationEventPublisher events;

    Corrections(
            CorrectionMapper mapper,
            Letters letters,
            LimitRedating limits,
            Notes notes,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.letters = letters;
        this.limits = limits;
        this.notes = notes;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Correction> find(String caseId) {
        return mapper.find(caseId);
    }

    /** Whether the applicant was asked for corrections already; the law gives the organ one notice. */
    @Transactional(readOnly = true)
    public boolean asked(String caseId) {
        return letters.of(caseId).stream()
                .anyMatch(letter -> letter.type().equals(NOTICE) && letter.issuedOn() != null);
    }

    /**
     * What the officer wants to ask for; may be proposed anew until the notice goes out.
     *
     * @param days working days within which to correct
     * @throws Refusal with the fields that are wrong: a second notice, nothing asked for, more than ten days without a
     *     reason
     */
    public Correction propose(
            String caseId,
            List<String> kinds,
            @Nullable String items,
            int days,
            @Nullable String daysReason,
            Actor actor) {
        if (asked(caseId)) {
            throw Refusal.fields(List.of(FieldError.of("acceptance", "CORRECTION_ASKED_ONCE")));
        }
        if (kinds.isEmpty() && (items == null || items.isBlank())) {
            throw Refusal.fields(List.of(FieldError.of("correctionItems", "CORRECTION_ITEMS_MISSING")));
        }
        if (days < Correction.DAYS) {
            throw Refusal.fields(List.of(FieldError.of("correctionDays", "TOO_SMALL", Correction.DAYS)));
        }
        if (days > Correction.DAYS && (daysReason == null || daysReason.isBlank())) {
            throw Refusal.fields(List.of(FieldError.of("correctionDaysReason", "CORRECTION_DAYS_REASON")));
        }
        Correction before = mapper.find(caseId).orElse(null);
        Correction correction = new Correction(
                caseId,
                String.join(",", kinds),
                items,
                days,
                days > Correction.DAYS ? daysReason : null,
                false,
                null,
                null,
                before == null ? 0 : before.version());
        if (before == null) {
            mapper.insert(correction);
        } else {
            write(correction);
        }
        return correction;
    }

    /** The notice goes out: a longer time than the law's is set with it, before it begins to run. */
    public void issued(String caseId, Actor actor) {
        Correction correction = get(caseId);
        if (correction.days() != Correction.DAYS) {
            limits.setDocumentLength(caseId, LIMIT, correction.days(), DayUnit.WORKING_DAY, actor);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("days", correction.days());
            facts.put("reason", String.valueOf(correction.daysReason()));
            events.publishEvent(Act.of("review.correctionLengthened", caseId, actor, facts));
        }
    }

    /**
     * How it is proven that the applicant received the notice.
     *
     * @param proven null to go by the record of service, of which every method ends in a proof of receipt but the post
     *     and entrusted service, which need the slip
     * @return whether it is proven
     */
    public boolean served(
            String caseId, @Nullable Boolean proven, @Nullable String proof, @Nullable String note, Actor actor) {
        Correction correction = get(caseId);
        String code = proof == null ? proofByService(caseId) : proof;
        boolean is = proven == null ? code != null : proven;
        write(new Correction(
                caseId,
                correction.kinds(),
                correction.items(),
                correction.days(),
                correction.daysReason(),
                is,
                is ? code : null,
                note,
                correction.version()));
        events.publishEvent(Act.of(
                is ? "review.receiptProven" : "review.receiptUnproven",
                caseId,
                actor,
                is ? Map.of("proof", String.valueOf(code)) : Map.of()));
        return is;
    }

    /** The time to correct is over and nobody can say that the notice was received: nothing follows but this note. */
    public void lapsedUnproven(String caseId, LocalDate lastDay) {
        events.publishEvent(Act.of("review.correctionLapsedUnproven", caseId, Actor.SYSTEM, Map.of())
                .on(lastDay));
        notes.add(
                caseId, "补正期限于" + lastDay + "届满，申请人未补正；补正通知书没有收到的证明，不视为放弃行政复议申请，应当查明收到的日期（行政复议法第三十一条）。", Actor.SYSTEM);
    }

    /** Deemed given up is noted on file; there is no decision of refusal (art. 31.2). */
    public void noteGivenUp(String caseId, LocalDate lastDay) {
        notes.add(caseId, "申请人收到补正通知书后，至补正期限届满日" + lastDay + "未补正，视为放弃行政复议申请（行政复议法第三十一条第二款）。收到的证明见送达登记。", Actor.SYSTEM);
    }

    private @Nullable String proofByService(String caseId) {
        Letter notice = letters.current(caseId, NOTICE).orElse(null);
        if (notice == null) {
            return null;
        }
        List<ServiceRecord> services = letters.services(notice.id());
        return services.stream().allMatch(Corrections::proves)
                ? services.stream()
                        .findFirst()
                        .map(service -> PROOFS.get(service.method()))
                        .orElse(null)
                : null;
    }

    /** The slip of the post is the proof; a record without it says that the letter was sent. */
    private static boolean proves(ServiceRecord service) {
        boolean sent = service.method() == ServiceMethod.POST || service.method() == ServiceMethod.ENTRUSTED;
        return !sent || service.evidenceAttachmentId() != null;
    }

    private Correction get(String caseId) {
        return mapper.find(caseId).orElseThrow(() -> Refusal.conflict("CORRECTION_NOT_PROPOSED"));
    }

    private void write(Correction correction) {
        if (mapper.update(correction) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
