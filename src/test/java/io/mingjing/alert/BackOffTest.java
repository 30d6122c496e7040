package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Test
    void waitsDoubleUpToTheLongest() {
        BackOff patient = new BackOff(FIRST, LONGEST, () -> 0L);

        assertThat(patient.after(1)).isEqualTo(FIRST);
        assertThat(patient.after(2)).isEqualTo(Duration.ofSeconds(60));
        assertThat(patient.after(5)).isEqualTo(Duration.ofSeconds(480));
        assertThat(patient.after(1000)).isEqualTo(LONGEST);
    }

    @Test
    void everyWaitLiesBetweenHalfAndAllOfIt() {
        BackOff scattered = new BackOff(FIRST, LONGEST, RandomGenerator.of("SplittableRandom"));

        for (int i = 0; i < 200; i++) {
            assertThat(scattered.after(3)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        }
    }
}
