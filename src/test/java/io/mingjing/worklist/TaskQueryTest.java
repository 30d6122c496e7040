package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskQueryTest {

    @Test
    void textIsFoundAsItIsTypedWhateverSqlMakesOfItsSigns() {
        assertThat(text("50%_!").pattern()).isEqualTo("%50!%!_!!%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"沈和政复[2026]12号", "沈和政复（2026）12号", "沈和政复【2026】12号", "沈和政复〔2026〕12号"})
    void whateverBracketsAKeyboardHasFindACaseNumber(String typed) {
        assertThat(text(typed).pattern()).isEqualTo("%沈和政复_2026_12号%");
    }

    @Test
    void blankTextIsNoFilter() {
        assertThat(text("  ").filtered()).isFalse();
    }

    @Test
    void aCursorKeepsTheLastPlaceOfItsList() {
        Cursor open = new Cursor(LocalDate.of(2026, 3, 2), null, "task-1");
        Cursor done = new Cursor(null, Instant.parse("2026-03-02T01:00:00Z"), "task-2");

        assertThat(Cursor.parse(open.text(), TaskList.MINE)).isEqualTo(open);
        assertThat(Cursor.parse(done.text(), TaskList.DONE)).isEqualTo(done);
        assertThat(Cursor.parse(null, TaskList.MINE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "ZDIwMjYtMDMtMDI", "ZGFiY3wx", "Y2FiY3wx", "ZCs5OTk5OTk5OTktMDEtMDF8YWJj"})
    void aCursorThatWeDidNotMakeIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, TaskList.MINE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("BAD_CURSOR"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String done = new Cursor(null, Instant.parse("2026-03-02T01:00:00Z"), "task-2").text();

        assertThatThrownBy(() -> Cursor.parse(done, TaskList.MINE)).isInstanceOf(Refusal.class);
    }

    private static TaskQuery text(String text) {
        return new TaskQuery(TaskList.MINE, null, null, null, null, text, 20, null);
    }
}
