package io.mingjing.review;

import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes decisions with the names removed (行政复议法 art. 79): proposed by one person, checked by another. */
@Service
@Transactional
public class Publications {

    private static final List<PartyRole> HIDDEN = List.of(PartyRole.APPLICANT, PartyRole.THIRD_PARTY, PartyRole.AGENT);
    private static final int MOST_WORDS = 5;
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|1\\d{10})(?!\\d)");
    private static final List<String> PARTS =
            List.of("applicantClaim", "respondentReply", "thirdPartyOpinion", "factsFound", "reasons", "holding");

    private final PublicationMapper mapper;
    private final Parties parties;
    private final Letters letters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publications(
            PublicationMapper mapper, Parties parties, Letters letters, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.parties = parties;
        this.letters = letters;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Publication> find(String caseId) {
        return mapper.find(caseId);
    }

    /** What the public may read, newest first. */
    @Transactional(readOnly = true)
    public List<Publication> published(int limit) {
        return published("", null, null, limit);
    }

    /**
     * What the public may read, newest first.
     *
     * @param words each of them stands in the title or the text; blank for all
     * @param before the day of the last one seen, with {@code beforeId}, its case; null for the first page
     */
    @Transactional(readOnly = true)
    public List<Publication> published(String words, @Nullable LocalDate before, @Nullable String beforeId, int limit) {
        List<String> patterns = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + LikePattern.escape(word) + "%")
                .toList();
        return mapper.searchPublished(
                patterns,
                before == null ? LocalDate.of(9999, 12, 31) : before,
                beforeId == null ? "" : beforeId,
                limit);
    }

    /** The published text of one case; empty while it is not public. */
    @Transactional(readOnly = true)
    public Optional<Publication> findPublished(String caseId) {
        return mapper.find(caseId).filter(publication -> publication.publishedOn() != null);
    }

    /** The decision as a text without the names of the applicants, third parties and agents; empty before its issue. */
    @Transactional(readOnly = true)
    public String proposal(String caseId) {
        Letter decision =
                letters.current(caseId, "decision").filter(Letter::issued).orElse(null);
        if (decision == null) {
            return "";
        }
        Map<String, Object> fields = letters.fields(decision.id());
        StringBuilder text = new StringBuilder(decision.title()).append('\n').append(decision.number());
        for (String part : PARTS) {
            Object value = fields.get(part);
            if (value != null && !value.toString().isBlank()) {
                text.append("\n\n").append(value);
            }
        }
        String hidden = NUMBERS.matcher(text).replaceAll("***");
        for (Party party : hidden(caseId)) {
            hidden = hidden.replace(party.name(), initials(party));
        }
        return hidden;
    }

    /**
     * Proposes the text.
     *
     * @throws Refusal {@code FIELDS}: {@code NAMES_LEFT} where it still names somebody
     */
    public void propose(String caseId, String title, String text, Actor actor) {
        requireNoNames(caseId, title, text);
        Optional<Publication> before = mapper.find(caseId);
        Publication publication = new Publication(
                caseId,
                title,
                text,
                actor.userId(),
                actor.name(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                null,
                null,
                null,
                before.map(Publication::version).orElse(0));
        if (before.isEmpty()) {
            mapper.insert(publication);
        } else {
            requireOne(mapper.updateText(publication));
        }
        events.publishEvent(Act.of("review.publicationProposed", caseId, actor, Map.of("title", title)));
    }

    /** Another person found the text right. @throws Refusal {@code PUBLICATION_OWN} */
    public void check(String caseId, Actor actor) {
        Publication publication = require(caseId);
        if (publication.proposedBy().equals(actor.userId())) {
            throw Refusal.forbidden("PUBLICATION_OWN");
        }
        requireOne(mapper.updateState(state(publication, actor.userId(), actor.name(), null)));
        events.publishEvent(Act.of("review.publicationChecked", caseId, actor, Map.of("title", publication.title())));
    }

    /** From today on the public may read it. */
    public void publish(String caseId) {
        Publication publication = require(caseId);
        String checkedBy = publication.checkedBy();
        String checkedByName = publication.checkedByName();
        if (checkedBy == null || checkedByName == null) {
            throw Refusal.conflict("PUBLICATION_UNCHECKED");
        }
        LocalDate today = LocalDate.now(clock);
        requireOne(mapper.updateState(state(publication, checkedBy, checkedByName, today)));
        events.publishEvent(
                Act.of("review.decisionPublished", caseId, Actor.SYSTEM, Map.of("title", publication.title()))
                        .on(today));
    }

    private static Publication state(
            Publication publication, String checkedBy, String checkedByName, @Nullable LocalDate publishedOn) {
        return new Publication(
                publication.caseId(),
                publication.title(),
                publication.body(),
                publication.proposedBy(),
                publication.proposedByName(),
                publication.proposedAt(),
                checkedBy,
                checkedByName,
                publishedOn,
                publication.version());
    }

    private Publication require(String caseId) {
        return mapper.find(caseId).orElseThrow(() -> Refusal.conflict("PUBLICATION_UNCHECKED"));
    }

    private void requireNoNames(String caseId, String title, String text) {
        for (Party party : hidden(caseId)) {
            if (text.contains(party.name())) {
                throw Refusal.fields(List.of(FieldError.of("publicText", "NAMES_LEFT")));
            }
            if (title.contains(party.name())) {
                throw Refusal.fields(List.of(FieldError.of("publicTitle", "NAMES_LEFT")));
            }
        }
    }

    private List<Party> hidden(String caseId) {
        return parties.of(caseId).stream()
                .filter(party -> HIDDEN.contains(party.role()))
                .toList();
    }

    private static String initials(Party party) {
        String first = new String(Character.toChars(party.name().codePointAt(0)));
        return party.kind() == PartyKind.PERSON ? first + "某" : "某单位";
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
