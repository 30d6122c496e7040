package io.mingjing.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mingjing.audit.Entry;
import io.mingjing.audit.Log;
import io.mingjing.casefile.Cases;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final FactTexts texts = mock(FactTexts.class);
    private final Timeline timeline =
            new Timeline(mock(Cases.class), mock(Log.class), texts, Clock.systemDefaultZone());

    @Test
    void aDateThatIsSetAgainShowsWhatItWasAndWhatItIs() {
        when(texts.value(anyString(), any(), any())).thenAnswer(call -> String.valueOf((Object) call.getArgument(1)));
        when(texts.sentence(any(), any(), any(), any())).thenReturn("登记日期");

        Timeline.Line line = timeline.line(
                new Entry(
                        1,
                        "c1",
                        1L,
                        Instant.EPOCH,
                        "u2",
                        "王芳",
                        "casefile.keyDateSet",
                        null,
                        Map.of("name", "received", "before", "2026-09-07", "on", "2026-09-14"),
                        Map.of(),
                        "{}",
                        "",
                        "hash"),
                Locale.CHINESE);

        assertThat(line.changes()).containsExactly(new Timeline.Change("", "2026-09-07", "2026-09-14"));
    }
}
