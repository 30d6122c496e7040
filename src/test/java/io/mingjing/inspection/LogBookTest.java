package io.mingjing.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.mingjing.audit.Entry;
import io.mingjing.audit.Log;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogBookTest {

    private static final LogBook.Search ANY = new LogBook.Search(null, null, null, null);
    private static final Actor AUDITOR = actor(Role.AUDITOR);

    private final Log log = mock(Log.class);
    private final Cases cases = mock(Cases.class);
    private final Timeline timeline = mock(Timeline.class);
    private final LogBook book = new LogBook(log, cases, timeline);

    @Test
    void onlyAnAuditorReadsTheLogOrChecksIt() {
        assertThatThrownBy(() -> book.search(ANY, null, 10, Locale.ENGLISH, actor(Role.ADMIN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("AUDITOR_ONLY");
        assertThatThrownBy(() -> book.verify(actor(Role.UNIT_HEAD))).hasMessageContaining("AUDITOR_ONLY");
        verifyNoInteractions(log);
    }

    @Test
    void entriesOfCasesOutOfScopeAreLeftOut() {
        CaseFile file = mock(CaseFile.class);
        when(file.number()).thenReturn("收〔2026〕1号");
        when(cases.get("seen", AUDITOR)).thenReturn(file);
        when(cases.get("elsewhere", AUDITOR)).thenThrow(Refusal.notFound("CASE_NOT_FOUND"));
        when(timeline.line(any(), any())).thenAnswer(call -> line(call.getArgument(0)));
        when(log.search(any(), isNull(), anyInt()))
                .thenReturn(List.of(entry(3, "seen"), entry(2, "elsewhere"), entry(1, null)));

        LogBook.Page page = book.search(ANY, null, 10, Locale.ENGLISH, AUDITOR);

        assertThat(page.rows()).extracting(row -> row.line().seq()).containsExactly(3L, 1L);
        assertThat(page.rows()).extracting(LogBook.Row::caseNumber).containsExactly("收〔2026〕1号", null);
        assertThat(page.next()).isNull();
    }

    @Test
    void aPageIsFilledBeyondWhatIsLeftOut() {
        when(cases.get("elsewhere", AUDITOR)).thenThrow(Refusal.notFound("CASE_NOT_FOUND"));
        when(timeline.line(any(), any())).thenAnswer(call -> line(call.getArgument(0)));
        when(log.search(any(), isNull(), eq(2))).thenReturn(List.of(entry(5, "elsewhere"), entry(4, null)));
        when(log.search(any(), eq(4L), eq(2))).thenReturn(List.of(entry(3, null), entry(2, null)));

        LogBook.Page page = book.search(ANY, null, 2, Locale.ENGLISH, AUDITOR);

        assertThat(page.rows()).extracting(row -> row.line().seq()).containsExactly(4L, 3L);
        assertThat(page.next()).isEqualTo(3L);
    }

    private static Actor actor(Role role) {
        return new Actor("u1", "罗正清", "o1", "/sy/sfj/", Set.of(role));
    }

    private static Timeline.Line line(Entry entry) {
        return new Timeline.Line(
                entry.seq(), entry.recordedAt(), "王芳", false, entry.kind(), "", null, List.of(), entry.hash());
    }

    private static Entry entry(long seq, @Nullable String caseId) {
        return new Entry(
                seq,
                caseId,
                caseId == null ? null : 1L,
                Instant.EPOCH,
                "u2",
                "王芳",
                "casefile.noteAdded",
                null,
                Map.of(),
                Map.of(),
                "{}",
                "",
                "hash");
    }
}
