package io.mingjing.document;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.LetterServed;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What happens to a letter on paper after it is issued: the seal register and the service on each recipient. */
@Component
class LetterDispatch {

    private static final int MAX_COPIES = 999;
    private static final int MAX_NAME = 100;
    private static final int MAX_NOTE = 1000;
    private static final String NOTICE_LIMIT = "AR-SERVE-NOTICE";

    private final LetterMapper mapper;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final Attachments attachments;
    private final CaseAccess access;
    private final TimeLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterDispatch(
            LetterMapper mapper,
            LetterTypes types,
            LetterDrafts drafts,
            Attachments attachments,
            @Lazy CaseAccess access,
            TimeLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.types = types;
        this.drafts = drafts;
        this.attachments = attachments;
        this.access = access;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    void seal(Letter letter, String seal, int copies, String keeper, @Nullable String scanAttachmentId, Actor actor) {
        access.requireVisible(letter.caseId(), actor);
        LetterRoles.requireIssuer(actor);
        requireIssued(letter);
        String name = seal.strip();
        String by = keeper.strip();
        if (name.isEmpty()
                || name.length() > MAX_NAME
                || by.isEmpty()
                || by.length() > MAX_NAME
                || copies < 1
                || copies > MAX_COPIES) {
            throw Refusal.invalid("SEAL_ENTRY", MAX_COPIES);
        }
        requireOwnSeal(letter, name);
        requireFile(scanAttachmentId, letter);
        SealEntry entry = new SealEntry(
                Ids.next(),
                letter.id(),
                name,
                copies,
                by,
                LocalDate.now(clock),
                scanAttachmentId,
                actor.userId(),
                actor.name(),
                now());
        mapper.insertSeal(entry);
        events.publishEvent(Act.of(
                        "document.letterSealed",
                        letter.caseId(),
                        actor,
                        Map.of(
                                "letterId",
                                letter.id(),
                                "title",
                                letter.title(),
                                "number",
                                Objects.toString(letter.number(), ""),
                                "seal",
                                name,
                                "copies",
                                copies))
                .withPersonal(Map.of("keeper", by)));
    }

    ServiceRecord serve(
            Letter letter,
            String recipientId,
            ServiceMethod method,
            LocalDate on,
            @Nullable String evidenceAttachmentId,
            @Nullable String note,
            Actor actor) {
        access.requireVisible(letter.caseId(), actor);
        LetterRoles.requireServer(actor);
        LocalDate issuedOn = requireIssued(letter);
        Recipient recipient = mapper.findRecipients(letter.id()).stream()
                .filter(other -> other.partyId().equals(recipientId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RECIPIENT_UNKNOWN"));
        if (served(letter).contains(recipientId)) {
            throw Refusal.conflict("SERVED_ALREADY", recipient.name());
        }
        if (on.isBefore(issuedOn) || on.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("SERVICE_DATE", issuedOn.toString());
        }
        String remark = note == null || note.isBlank() ? null : note.strip();
        if (remark != null && remark.length() > MAX_NOTE) {
            throw Refusal.invalid("SERVICE_NOTE", MAX_NOTE);
        }
        requireFile(evidenceAttachmentId, letter);
        requireProof(method, evidenceAttachmentId, remark);
        ServiceRecord record = new ServiceRecord(
                Ids.next(),
                letter.id(),
                recipientId,
                method,
                on,
                servedOn(method, on),
                evidenceAttachmentId,
                remark,
                actor.userId(),
                actor.name(),
                now());
        mapper.insertService(record);
        boolean all = mapper.countUnserved(letter.id()) == 0;
        events.publishEvent(
                new LetterServed(letter.caseId(), letter.id(), letter.type(), recipientId, record.servedOn(), all));
        events.publishEvent(Act.of(
                        "document.letterServed",
                        letter.caseId(),
                        actor,
                        Map.of(
                                "letterId",
                                letter.id(),
                                "title",
                                letter.title(),
                                "number",
                                Objects.toString(letter.number(), ""),
                                "recipientId",
                                recipientId,
                                "method",
                                method.name(),
                                "actedOn",
                                on.toString(),
                                "servedOn",
                                record.servedOn().toString()))
                .on(record.servedOn())
                .withPersonal(Map.of("recipient", recipient.name())));
        return record;
    }

    List<Duty> duties(Letter letter) {
        List<Duty> duties = new ArrayList<>();
        switch (letter.state()) {
            case DRAFT ->
                mapper.findApprovals(letter.id()).stream()
                        .filter(Approval::awaitsConfirmation)
                        .forEach(approval ->
                                duties.add(duty(Duty.PAPER_UNCONFIRMED, letter, null, day(approval.actedAt()))));
            case APPROVED -> duties.add(duty(Duty.NOT_ISSUED, letter, null, approvedOn(letter)));
            case ISSUED -> {
                Set<String> served = served(letter);
                for (Recipient recipient : mapper.findRecipients(letter.id())) {
                    if (!served.contains(recipient.partyId())) {
                        duties.add(duty(Duty.NOT_SERVED, letter, recipient, requireIssued(letter)));
                    }
                }
            }
            case VOID -> {}
        }
        return duties;
    }

    private LocalDate approvedOn(Letter letter) {
        return mapper.findApprovals(letter.id()).stream()
                .filter(Approval::effective)
                .map(approval -> day(approval.actedAt()))
                .max(LocalDate::compareTo)
                .orElse(day(letter.draftedAt()));
    }

    private Duty duty(String code, Letter letter, @Nullable Recipient recipient, LocalDate since) {
        return new Duty(
                code,
                letter.caseId(),
                letter.id(),
                letter.title(),
                letter.number(),
                recipient == null ? null : recipient.partyId(),
                recipient == null ? null : recipient.name(),
                since);
    }

    private Set<String> served(Letter letter) {
        return mapper.findServices(letter.id()).stream()
                .map(ServiceRecord::recipientId)
                .collect(Collectors.toSet());
    }

    private LocalDate requireIssued(Letter letter) {
        if (!letter.issued() || letter.issuedOn() == null) {
            throw Refusal.conflict(
                    "LETTER_NOT_ISSUED",
                    letter.title(),
                    types.get(letter.type()).basis());
        }
        return letter.issuedOn();
    }

    /** A letter of the organ bears the organ's seal and one of the unit the unit's, never the other's (DOMAIN.md 3.10). */
    private void requireOwnSeal(Letter letter, String seal) {
        LetterType type = types.get(letter.type());
        drafts.otherIssuer(letter, type).filter(seal::contains).ifPresent(other -> {
            throw Refusal.invalid("SEAL_ISSUER", letter.title(), other);
        });
    }

    private void requireFile(@Nullable String attachmentId, Letter letter) {
        if (attachmentId != null) {
            attachments.requireOfCase(attachmentId, letter.caseId());
        }
    }

    /**
     * CPL87–95: only the recipient's own signature proves itself. A notice needs its reason, who signed for another or passed
     * the letter on is named, and the rest needs a slip, a witness or a consent.
     */
    private static void requireProof(ServiceMethod method, @Nullable String evidence, @Nullable String note) {
        if (note == null) {
            switch (method) {
                case PUBLIC_NOTICE -> throw Refusal.invalid("SERVICE_REASON");
                case SIGNED_FOR -> throw Refusal.invalid("SERVICE_SIGNER");
                case RELAYED -> throw Refusal.invalid("SERVICE_RELAY");
                default -> {}
            }
        }
        if (method != ServiceMethod.DIRECT && evidence == null && note == null) {
            throw Refusal.invalid("SERVICE_EVIDENCE");
        }
    }

    /** CPL95: a public notice serves when its thirty days are over; every other way serves at once. */
    private LocalDate servedOn(ServiceMethod method, LocalDate on) {
        if (method != ServiceMethod.PUBLIC_NOTICE) {
            return on;
        }
        return Objects.requireNonNull(
                limits.dates(LimitRequest.of(NOTICE_LIMIT, on)).due());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
