package io.mingjing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor CLERK =
            new Actor("u-1", "林晓雯", "o-1", "/sy/sfj/", Set.of(Role.UNIT_HEAD, Role.INTAKE_CLERK));

    @Test
    void entryIsWrittenExactlyAsTheFormatSays() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("to", LocalDate.of(2026, 3, 9));
        facts.put("days", 5);
        facts.put("amount", new BigDecimal("1E+2"));
        facts.put("big", 9007199254740993L);
        facts.put("roles", List.of(Role.UNIT_HEAD, Role.ADMIN));
        facts.put("title", "申请\"书\"\n€");
        Act act = Act.of("casefile.registered", "c-1", CLERK, facts).on(LocalDate.of(2026, 3, 1));

        String payload = Payload.write(act, new Payload.Place(7, "aa", 2L, "bb"), AT, Map.of("name", "cc"));

        assertThat(payload)
                .isEqualTo("{\"actor\":{\"id\":\"u-1\",\"name\":\"林晓雯\",\"organ\":\"o-1\","
                        + "\"roles\":[\"INTAKE_CLERK\",\"UNIT_HEAD\"]},\"at\":\"2026-03-02T01:00:00Z\","
                        + "\"case\":\"c-1\",\"casePrev\":\"bb\",\"caseSeq\":2,"
                        + "\"facts\":{\"amount\":\"100\",\"big\":\"9007199254740993\",\"days\":5,"
                        + "\"roles\":[\"UNIT_HEAD\",\"ADMIN\"],\"title\":\"申请\\\"书\\\"\\n€\",\"to\":\"2026-03-09\"},"
                        + "\"kind\":\"casefile.registered\",\"legalDate\":\"2026-03-01\","
                        + "\"personal\":{\"name\":\"cc\"},\"prev\":\"aa\",\"seq\":7,\"v\":1}");
    }

    @Test
    void hashCanBeMadeAgainByAnybody() {
        // printf '{"a":1}' | sha256sum
        assertThat(Hash.of("{\"a\":1}")).isEqualTo("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
    }

    @Test
    void thingsThatAreNoFactsAreRefused() {
        Act act = Act.of("test.wrong", null, CLERK, Map.of("file", new Object()));

        assertThatThrownBy(() -> Payload.write(act, new Payload.Place(1, Hash.ZERO, null, null), AT, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saltsMakeEqualNamesUnequal() {
        assertThat(Hash.ofPersonal(Hash.salt(), "name", "王小五"))
                .isNotEqualTo(Hash.ofPersonal(Hash.salt(), "name", "王小五"));
    }
}
