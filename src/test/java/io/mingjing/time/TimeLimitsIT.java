package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.SmokeOnH2;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock reads its calendar and catalogue from either database. */
class TimeLimitsIT {

    abstract static class Reads {

        @Autowired
        TimeLimits limits;

        @Autowired
        Explanations explanations;

        @Test
        void theReferenceDataIsWhole() {
            assertThat(limits.rules()).isEqualTo(TimeFixture.LIMITS.rules());
            assertThat(limits.calendar().version()).isEqualTo("2026.4");
        }

        @Test
        void everyWorkedExampleHasItsDateAndItsSentence() {
            for (String[] row : TimeFixture.csv("worked-examples.csv")) {
                Computed computed = limits.computeDue(TimeFixture.request(row));

                assertThat(computed.due()).hasToString(row[5]);
                assertThat(explanations.paragraph(computed, Locale.SIMPLIFIED_CHINESE))
                        .contains("依据：");
            }
        }
    }

    @Nested
    @IntegrationTest
    class OnTheServer extends Reads {}

    @Nested
    @SmokeOnH2
    class OnH2 extends Reads {}
}
