package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who should have a task and why, and 取下一件. */
@IntegrationTest
class SuggestionsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2); // a Monday

    @Autowired
    Suggestions suggestions;

    @Autowired
    PullNext pullNext;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    Office office;
    Tasks tasks;
    Actor busy;
    Actor idle;
    Actor head;
    String file;
    String task;

    @BeforeEach
    void oneIsBusyOneIsNot() {
        office = Office.in(context);
        tasks = new Tasks(office, context);
        busy = office.person("包清", office.districtBureau, Role.FILING_OFFICER);
        idle = office.person("韦光", office.districtBureau, Role.FILING_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        for (LocalDate due : List.of(TODAY.minusDays(3), TODAY.plusDays(1), TODAY.plusDays(10), TODAY.plusDays(60))) {
            worklist.claim(tasks.filing(due), busy);
        }
        worklist.claim(tasks.filing(TODAY.plusDays(90)), idle);
        file = office.caseOf(Area.FILING, office.district);
        task = tasks.inCase(file, TODAY.plusDays(2));
    }

    @Test
    void theLightestLoadComesFirstWithItsReason() {
        List<Suggestion> found = suggestions.of(task, head);

        assertThat(found).extracting(one -> one.person().name()).containsExactly("韦光", "包清");
        Suggestion first = found.get(0);
        assertThat(first.first()).isTrue();
        assertThat(first.load()).isEqualTo(1);
        Suggestion second = found.get(1);
        assertThat(second.first()).isFalse();
        assertThat(second.open()).isEqualTo(4);
        assertThat(second.overdue()).isEqualTo(1);
        assertThat(second.urgent()).isEqualTo(1);
        assertThat(second.near()).isEqualTo(1);
        assertThat(second.load()).isEqualTo(5 + 3 + 2 + 1);
    }

    @Test
    void whoHandlesTheCaseComesBeforeALighterLoad() {
        office.lead(file, busy);

        assertThat(suggestions.of(task, head).get(0).person().name()).isEqualTo("包清");
        assertThat(suggestions.of(task, head).get(0).handles()).isTrue();
    }

    @Test
    void whoIsRecusedOrAwayIsNeverSuggested() {
        people.delegate(idle.userId(), head.userId(), TODAY, TODAY.plusDays(1), idle);
        List<Suggestion> away = suggestions.of(task, head);
        assertThat(away).extracting(one -> one.person().name()).containsExactly("包清", "韦光");
        assertThat(away.get(1).away()).isTrue();

        office.recuse(file, busy);

        List<Suggestion> none = suggestions.of(task, head);
        assertThat(none).noneMatch(Suggestion::first);
        assertThat(none.get(1).recused()).isTrue();
    }

    @Test
    void onlyWhoMayAssignIsToldTheLoadOfOthers() {
        assertThat(suggestions.of(task, idle)).isEmpty();
    }

    @Test
    void theNextTaskIsTheMostUrgentOneAvailable() {
        String urgent = tasks.filing(TODAY.minusDays(1));

        assertThat(pullNext.next(idle).id()).isEqualTo(urgent);
        assertThat(pullNext.next(idle).id()).isEqualTo(task);
        assertThatThrownBy(() -> pullNext.next(idle))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOTHING_AVAILABLE"));
    }

    @Test
    void whoTakeTheNextAtTheSameMomentGetDifferentTasks() throws Exception {
        for (int i = 0; i < 5; i++) {
            tasks.filing(TODAY.plusDays(i));
        }
        int pullers = 6;
        CyclicBarrier together = new CyclicBarrier(pullers);
        ExecutorService pool = Executors.newFixedThreadPool(pullers);
        try {
            List<Callable<String>> pulls = new ArrayList<>();
            for (int i = 0; i < pullers; i++) {
                Actor puller = office.person("新人" + i, office.districtBureau, Role.FILING_OFFICER);
                pulls.add(() -> {
                    together.await();
                    return pullNext.next(puller).id();
                });
            }
            List<String> taken = new ArrayList<>();
            for (Future<String> pull : pool.invokeAll(pulls)) {
                taken.add(pull.get());
            }
            assertThat(taken).doesNotHaveDuplicates().hasSize(pullers);
        } finally {
            pool.shutdownNow();
        }
    }
}
