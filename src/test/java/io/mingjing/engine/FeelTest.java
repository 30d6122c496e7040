package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeelTest {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final Feel feel = new Feel(new Clock() {
        @Override
        public ZoneId getZone() {
            return Timekeeper.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void anAnswerGoesWithTheValues() {
        List<String> conditions = List.of("outcome = \"REFUSE\"", "copies > 2");

        assertThat(feel.areTrue(conditions, Map.of("outcome", "REFUSE", "copies", 3)))
                .containsExactly(true, true);
        assertThat(feel.areTrue(conditions, Map.of("outcome", "ACCEPT", "copies", 3)))
                .containsExactly(false, true);
        assertThat(feel.areTrue(conditions, Map.of("outcome", "REFUSE", "copies", 2)))
                .containsExactly(true, false);
        assertThat(feel.areTrue(conditions, Map.of("outcome", "REFUSE", "copies", 3)))
                .containsExactly(true, true);
    }

    @Test
    void aValueThatChangesLaterIsSeen() {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("outcome", "REFUSE"));
        List<String> conditions = List.of("outcome = \"REFUSE\"");
        assertThat(feel.areTrue(conditions, values)).containsExactly(true);

        values.put("outcome", null);

        assertThat(feel.areTrue(conditions, values)).containsExactly(false);
    }

    @Test
    void oneConditionThatFailsDoesNotTakeTheOthersAlong() {
        assertThat(feel.areTrue(List.of("assert(1, false)", "1 = 1"), Map.of())).containsExactly(false, true);
    }

    @Test
    void anAnswerThatLooksAtTheClockIsAskedForAnew() {
        List<String> conditions = List.of("today() >= date(\"2026-03-03\")");
        assertThat(feel.areTrue(conditions, Map.of())).containsExactly(false);

        now = Instant.parse("2026-03-02T16:00:00Z"); // midnight in Beijing

        assertThat(feel.areTrue(conditions, Map.of())).containsExactly(true);
    }
}
