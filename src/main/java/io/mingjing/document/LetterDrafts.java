package io.mingjing.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjing.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The drafts of letters: every version is kept with its author and the digest of what it says. */
@Component
class LetterDrafts {

    /** Somebody who wrote one of the drafts. */
    record Author(String id, String name) {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final LetterMapper mapper;
    private final ObjectProvider<LetterFacts> facts;
    private final Clock clock;

    LetterDrafts(LetterMapper mapper, ObjectProvider<LetterFacts> facts, Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Keeps a draft: the given values, else those before, else the facts of the case as they are now, so that the
     * approvers see what will be printed.
     */
    void write(Letter letter, LetterType type, Map<String, ?> before, Map<String, ?> given, Actor actor) {
        Map<String, Object> values = new TreeMap<>();
        Map<String, Object> known = facts(letter, type);
        for (LetterField field : type.fields()) {
            Object value = given.containsKey(field.name())
                    ? given.get(field.name())
                    : before.containsKey(field.name()) ? before.get(field.name()) : known.get(field.name());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        LetterTexts.requireFields(type, LetterTexts.of(type, values), field -> !field.late());
        try {
            String json = JSON.writeValueAsString(values);
            mapper.insertDraft(new DraftRow(
                    letter.id(),
                    letter.draftNo(),
                    json,
                    HexFormat.of().formatHex(FileStore.sha256().digest(json.getBytes(StandardCharsets.UTF_8))),
                    actor.userId(),
                    actor.name(),
                    Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a field of the letter cannot be kept", e);
        }
    }

    /** The values of the draft in force. Dates are ISO text. */
    Map<String, Object> values(Letter letter) {
        return read(row(letter));
    }

    /** The values of any draft. */
    Map<String, Object> read(DraftRow draft) {
        try {
            return JSON.readValue(draft.fieldValues(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft of letter " + draft.letterId() + " cannot be read", e);
        }
    }

    /** What the draft in force prints, with the facts that were still open when it was written. */
    Map<String, String> texts(Letter letter, LetterType type) {
        Map<String, Object> values = new TreeMap<>(facts(letter, type));
        values.putAll(values(letter));
        Map<String, String> texts = LetterTexts.of(type, values);
        Object issuer = values.get(type.issuer() == Issuer.ORGAN ? "organName" : "unitName");
        if (issuer != null) {
            texts.put("issuer", issuer.toString());
        }
        return texts;
    }

    /** The name of the body that does not issue letters of that type: unit for the organ, organ for the unit. */
    Optional<String> otherIssuer(Letter letter, LetterType type) {
        Object name = facts(letter, type).get(type.issuer() == Issuer.ORGAN ? "unitName" : "organName");
        return Optional.ofNullable(name).map(Object::toString);
    }

    String digest(Letter letter) {
        return row(letter).valuesSha256();
    }

    List<Author> authors(String letterId) {
        return mapper.findDrafts(letterId).stream()
                .map(draft -> new Author(draft.authorId(), draft.authorName()))
                .distinct()
                .toList();
    }

    LocalDate writtenOn(Letter letter) {
        return LocalDate.ofInstant(row(letter).writtenAt(), clock.getZone());
    }

    private DraftRow row(Letter letter) {
        return mapper.findDrafts(letter.id()).stream()
                .filter(draft -> draft.draftNo() == letter.draftNo())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("letter " + letter.id() + " has no draft"));
    }

    private Map<String, Object> facts(Letter letter, LetterType type) {
        Map<String, Object> known = new TreeMap<>();
        facts.orderedStream().forEach(source -> known.putAll(source.of(letter.caseId(), type)));
        return known;
    }
}
