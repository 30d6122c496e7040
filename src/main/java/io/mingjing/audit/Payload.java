package io.mingjing.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Auditable;
import io.mingjing.shared.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** The canonical text of an entry (RFC 8785), from which its hash is made. The format is fixed in ADR 3. */
final class Payload {

    /** Raised when the meaning of a member changes; older entries keep theirs. */
    private static final int FORMAT = 1;

    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Payload() {}

    /** Where an entry stands: in the whole chain and, for acts on a case, in the stream of that case. */
    record Place(
            long seq,
            String prevHash,
            @Nullable Long caseSeq,
            @Nullable String casePrevHash) {}

    static String write(Auditable act, Place place, Instant at, Map<String, String> personalDigests) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", FORMAT);
        members.put("seq", place.seq());
        members.put("prev", place.prevHash());
        if (act.caseId() != null) {
            members.put("case", act.caseId());
            members.put("caseSeq", place.caseSeq());
            members.put("casePrev", place.casePrevHash());
        }
        members.put("at", at.toString());
        members.put("kind", act.kind());
        members.put("actor", actor(act.actor()));
        LocalDate legalDate = act.legalDate();
        if (legalDate != null) {
            members.put("legalDate", legalDate.toString());
        }
        members.put("facts", plain(act.facts()));
        if (!personalDigests.isEmpty()) {
            members.put("personal", personalDigests);
        }
        return canonical(members);
    }

    static Map<String, Object> read(String payload) throws JsonProcessingException {
        return JSON.readValue(payload, new TypeReference<>() {});
    }

    private static Map<String, Object> actor(Actor actor) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", actor.userId());
        members.put("name", actor.name());
        if (actor.organId() != null) {
            members.put("organ", actor.organId());
        }
        members.put("roles", actor.roles().stream().map(Role::name).sorted().toList());
        return members;
    }

    private static String canonical(Map<String, Object> members) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("an entry of the log cannot be written", e);
        }
    }

    /**
     * Facts as JSON knows them. Decimals become text, since JSON numbers are binary fractions; absent values are left
     * out; anything that is no code, number, date or collection of such is a fault of the caller.
     */
    private static Object plain(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Long number) {
            return Math.abs(number) <= MAX_SAFE ? (Object) number : number.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof Instant
                || value instanceof BigInteger) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                if (member != null) {
                    members.put(String.valueOf(name), plain(member));
                }
            });
            return members;
        }
        if (value instanceof Collection<?> collection) {
            List<Object> members = collection.stream().map(Payload::plain).toList();
            return collection instanceof List<?>
                    ? members
                    : members.stream().map(Object::toString).sorted().toList();
        }
        throw new IllegalArgumentException("a fact of the log is a code, a number or a date, not "
                + value.getClass().getName());
    }
}
