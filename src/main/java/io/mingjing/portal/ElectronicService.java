package io.mingjing.portal;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.Letters;
import io.mingjing.document.OpenedFile;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.document.ServiceRecord;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.event.NewsForApplicant;
import io.mingjing.shared.event.NewsForApplicant.News;
import io.mingjing.shared.event.TaskOpened;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 电子送达: who has consented gets the letters on the portal (民事诉讼法 art. 90). When the step opens in which a letter is to
 * be served, it is issued and sealed: it then reaches the recipient's page and is served that day, by a service record like
 * any other. Others are served by the clerk as before.
 */
@Service
@Transactional
public class ElectronicService {

    /** An e-mail address or a telephone number. */
    static final String ADDRESS = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[0-9+() -]{5,20}";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int MAX_ADDRESS = 100;

    private final ServiceMapper mapper;
    private final Cases cases;
    private final Parties parties;
    private final Letters letters;
    private final LetterFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ElectronicService(
            ServiceMapper mapper,
            Cases cases,
            Parties parties,
            Letters letters,
            LetterFiles files,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.parties = parties;
        this.letters = letters;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /** A consent in force. */
    public record Consent(String partyId, String partyName, String address, Instant givenAt) {}

    /** A letter on the portal; {@code openedAt} is null until the party opened it. */
    public record Delivered(
            String letterId,
            String partyName,
            String title,
            @Nullable String number,
            Instant deliveredAt,
            @Nullable Instant openedAt) {}

    /** The applicant who follows the case on the portal: the first one. */
    Optional<Party> applicant(String caseId) {
        return parties.of(caseId).stream()
                .filter(party -> party.role() == PartyRole.APPLICANT && party.leftOn() == null)
                .findFirst();
    }

    /**
     * The applicant consents; letters that are served from now on come here.
     *
     * @param address e-mail or mobile number, kept with the consent
     * @throws Refusal {@code FIELDS} where it is neither, {@code CONSENT_GIVEN}
     */
    public void consent(String caseId, String address) {
        String given = address.strip();
        if (given.length() > MAX_ADDRESS || !given.matches(ADDRESS)) {
            throw Refusal.fields(List.of(FieldError.of("serviceAddress", "PATTERN")));
        }
        cases.lock(caseId);
        Party party = applicant(caseId).orElseThrow(() -> Refusal.conflict("NO_APPLICANT"));
        if (consentOf(caseId).isPresent()) {
            throw Refusal.conflict("CONSENT_GIVEN");
        }
        mapper.insertConsent(new ServiceMapper.ConsentRow(Ids.next(), caseId, party.id(), given, now()));
        events.publishEvent(Act.of("portal.consentGiven", caseId, Actor.PUBLIC, Map.of("partyId", party.id()))
                .on(today())
                .withPersonal(Map.of("address", given)));
    }

    /** The applicant takes the consent back; what was served stays served. */
    public void withdrawConsent(String caseId) {
        cases.lock(caseId);
        for (ServiceMapper.ConsentRow row : mapper.findConsents(caseId)) {
            mapper.updateWithdrawn(row.id(), now());
            events.publishEvent(
                    Act.of("portal.consentWithdrawn", caseId, Actor.PUBLIC, Map.of("partyId", row.partyId()))
                            .on(today()));
        }
    }

    /** The consent in force, if any. */
    @Transactional(readOnly = true)
    public Optional<Consent> consentOf(String caseId) {
        return mapper.findConsents(caseId).stream()
                .findFirst()
                .map(row -> new Consent(row.partyId(), partyName(row.partyId(), caseId), row.address(), row.givenAt()));
    }

    /** Letters that reached the applicant here, oldest first. */
    @Transactional(readOnly = true)
    public List<Delivered> delivered(String caseId) {
        return mapper.findLetters(caseId).stream()
                .map(row -> {
                    Letter letter = letters.get(row.letterId());
                    return new Delivered(
                            row.letterId(),
                            partyName(row.partyId(), caseId),
                            letter.title(),
                            letter.number(),
                            row.deliveredAt(),
                            row.openedAt());
                })
                .toList();
    }

    /**
     * The applicant opens a letter; the first time is kept. It was served when it arrived, opened or not.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND} where it did not come to this case's applicant
     */
    public OpenedFile open(String caseId, String letterId) {
        Party party = applicant(caseId).orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
        boolean came = mapper.findLetter(letterId, party.id())
                .filter(row -> row.caseId().equals(caseId))
                .isPresent();
        if (!came) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
        if (mapper.updateOpened(letterId, party.id(), now()) == 1) {
            Letter letter = letters.get(letterId);
            events.publishEvent(Act.of(
                    "portal.letterOpened",
                    caseId,
                    Actor.PUBLIC,
                    Map.of("title", letter.title(), "number", Objects.toString(letter.number(), ""))));
        }
        return files.ofRecipient(letterId, party.id());
    }

    @EventListener
    void on(TaskOpened task) {
        if (!"serve".equals(task.properties().get("letterAct"))) {
            return;
        }
        List<ServiceMapper.ConsentRow> consents = mapper.findConsents(task.caseId());
        if (consents.isEmpty()) {
            return;
        }
        for (String type : task.properties().getOrDefault("letters", "").split(",")) {
            letters.current(task.caseId(), type.strip())
                    .filter(Letter::issued)
                    .ifPresent(letter -> consents.forEach(consent -> deliver(letter, consent)));
        }
    }

    private void deliver(Letter letter, ServiceMapper.ConsentRow consent) {
        boolean addressed =
                letters.recipients(letter.id()).stream().map(Recipient::partyId).anyMatch(consent.partyId()::equals);
        boolean served = letters.services(letter.id()).stream()
                .map(ServiceRecord::recipientId)
                .anyMatch(consent.partyId()::equals);
        if (!addressed || served) {
            return;
        }
        Instant now = now();
        mapper.insertLetter(new ServiceMapper.LetterRow(letter.id(), consent.partyId(), letter.caseId(), now, null));
        letters.serve(
                letter.id(),
                consent.partyId(),
                ServiceMethod.ELECTRONIC,
                today(),
                null,
                "受送达人" + MINUTE.format(consent.givenAt().atZone(clock.getZone())) + "同意电子送达，文书于"
                        + MINUTE.format(now.atZone(clock.getZone())) + "到达网上服务。",
                Actor.SYSTEM);
        events.publishEvent(new NewsForApplicant(letter.caseId(), consent.id(), News.LETTER_READY, today()));
    }

    /** Tells the applicant, where there is a consent, that the application has its register number. */
    void received(String caseId) {
        mapper.findConsents(caseId)
                .forEach(consent ->
                        events.publishEvent(new NewsForApplicant(caseId, consent.id(), News.RECEIVED, today())));
    }

    private String partyName(String partyId, String caseId) {
        return parties.of(caseId).stream()
                .filter(party -> party.id().equals(partyId))
                .map(Party::name)
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
