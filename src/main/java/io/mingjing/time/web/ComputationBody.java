package io.mingjing.time.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjing.shared.Refusal;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a machine asks for; read by hand, so that every mistake is answered with its own code.
 *
 * @param startDate day of the event, {@code yyyy-MM-dd}
 * @param pauses half-open; without {@code to} the pause is open
 * @param extensionDays in the limit's own unit
 * @param length only for limits set by a document
 * @param unit only for limits set by a document
 */
record ComputationBody(
        LocalDate startDate,
        List<PauseBody> pauses,
        int extensionDays,
        @Nullable Integer length,
        @Nullable DayUnit unit) {

    record PauseBody(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String ground) {}

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final Set<String> FIELDS = Set.of("startDate", "pauses", "extensionDays", "length", "unit");
    private static final Set<String> PAUSE_FIELDS = Set.of("from", "to", "ground");
    private static final int MOST_PAUSES = 200;
    private static final int LONGEST_GROUND = 100;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @throws Refusal for anything but a well-formed request */
    static ComputationBody read(@Nullable String json, LimitRule rule) {
        JsonNode body = parse(json);
        requireKnown(body, FIELDS);
        JsonNode start = body.path("startDate");
        if (isAbsent(start)) {
            throw Refusal.invalid("START_DATE_REQUIRED");
        }
        LocalDate startDate = date(start, "startDate");
        List<PauseBody> pauses = pauses(body.path("pauses"));
        Integer extension = number(body.path("extensionDays"), "BAD_EXTENSION", rule);
        Integer length = number(body.path("length"), "BAD_LENGTH", rule);
        DayUnit unit = unit(body.path("unit"), rule);
        if (!rule.setByDocument() && (length != null || unit != null)) {
            throw Refusal.invalid("LENGTH_FIXED", rule.id());
        }
        return new ComputationBody(startDate, pauses, extension == null ? 0 : extension, length, unit);
    }

    LimitRequest toRequest(String rule) {
        List<Pause> all = pauses.stream()
                .map(pause -> new Pause(pause.from(), pause.to(), pause.ground()))
                .toList();
        return new LimitRequest(rule, startDate, all, extensionDays, length, unit);
    }

    private static JsonNode parse(@Nullable String json) {
        try {
            JsonNode body = json == null ? null : READER.readTree(json);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // answered below, like every other body that is no object
        }
        throw Refusal.invalid("BAD_BODY");
    }

    private static List<PauseBody> pauses(JsonNode node) {
        List<PauseBody> pauses = new ArrayList<>();
        if (isAbsent(node)) {
            return pauses;
        }
        if (!node.isArray()) {
            throw Refusal.invalid("BAD_PAUSE", shown(node), "");
        }
        if (node.size() > MOST_PAUSES) {
            throw Refusal.invalid("TOO_MANY_PAUSES", String.valueOf(MOST_PAUSES));
        }
        for (JsonNode pause : node) {
            if (!pause.isObject()) {
                throw Refusal.invalid("BAD_PAUSE", shown(pause), "");
            }
            requireKnown(pause, PAUSE_FIELDS);
            if (isAbsent(pause.path("from"))) {
                throw Refusal.invalid("BAD_PAUSE", "", shown(pause.path("to")));
            }
            LocalDate from = date(pause.path("from"), "pauses.from");
            LocalDate to = isAbsent(pause.path("to")) ? null : date(pause.path("to"), "pauses.to");
            pauses.add(new PauseBody(from, to, ground(pause.path("ground"))));
        }
        return pauses;
    }

    private static @Nullable String ground(JsonNode node) {
        if (isAbsent(node) || node.asText().isBlank()) {
            return null;
        }
        if (!node.isTextual() || node.asText().length() > LONGEST_GROUND) {
            throw Refusal.invalid("BAD_GROUND", String.valueOf(LONGEST_GROUND));
        }
        return node.asText();
    }

    private static LocalDate date(JsonNode node, String field) {
        if (node.isTextual() && DATE.matcher(node.asText()).matches()) {
            try {
                return LocalDate.parse(node.asText());
            } catch (DateTimeParseException e) {
                // no such day
            }
        }
        throw Refusal.invalid("BAD_DATE", field, shown(node));
    }

    private static @Nullable Integer number(JsonNode node, String code, LimitRule rule) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw Refusal.invalid(code, rule.id(), "3650");
        }
        return node.asInt();
    }

    private static @Nullable DayUnit unit(JsonNode node, LimitRule rule) {
        if (isAbsent(node)) {
            return null;
        }
        return Arrays.stream(DayUnit.values())
                .filter(unit -> unit.name().equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("BAD_UNIT", rule.id()));
    }

    private static void requireKnown(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw Refusal.invalid("UNKNOWN_FIELD", cut(field));
            }
        });
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String shown(JsonNode node) {
        return cut(node.isTextual() ? node.asText() : node.isMissingNode() ? "" : node.toString());
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
