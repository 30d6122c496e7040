package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class TaskFiltersIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Worklist worklist;

    @Autowired
    TaskFacets facets;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Tasks tasks;
    Actor filer;
    Actor head;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = Office.in(context);
        tasks = new Tasks(office, context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    @Test
    void aListIsNarrowedToOneOrganOfTheCase() {
        String file = office.caseOf(Area.FILING, office.district);
        party(file, "和平区城市管理局", office.department.id());
        String theirs = tasks.inCase(file, TODAY.plusDays(5));
        tasks.filing(TODAY.plusDays(5));

        assertThat(found(query(office.department.id(), null, null, null, null, null, null)))
                .containsExactly(theirs);
    }

    @Test
    void aListIsNarrowedToWhoHasTheTaskOrHandlesTheCase() {
        String file = office.caseOf(Area.FILING, office.district);
        office.lead(file, filer);
        String handled = tasks.inCase(file, TODAY.plusDays(1));
        String held = tasks.filing(TODAY.plusDays(2));
        worklist.claim(held, filer);
        tasks.filing(TODAY.plusDays(3));

        assertThat(found(query(null, filer.userId(), null, null, null, null, null)))
                .containsExactly(handled, held);
    }

    @Test
    void aListIsNarrowedToADueRangeBothDaysIncluded() {
        tasks.filing(TODAY);
        String first = tasks.filing(TODAY.plusDays(1));
        String last = tasks.filing(TODAY.plusDays(3));
        tasks.filing(TODAY.plusDays(4));
        tasks.filing(null);

        assertThat(found(query(null, null, null, TODAY.plusDays(1), TODAY.plusDays(3), null, null)))
                .containsExactly(first, last);
    }

    @Test
    void aListIsNarrowedToOneLimitAndOneStepAndTheFiltersOfferThem() {
        String dated = tasks.filing(TODAY.plusDays(5));
        tasks.filing(null);
        String other = tasks.open(
                office.caseOf(Area.FILING, office.district), "FILING_OFFICER", "userTask_x", "另一环节", List.of());

        assertThat(found(query(null, null, "ND-SUPP", null, null, null, null))).containsExactly(dated);
        assertThat(found(query(null, null, null, null, null, "userTask_x", null)))
                .containsExactly(other);
        assertThat(facets.steps(Set.of(Area.FILING)))
                .contains(
                        new TaskFacets.Choice("userTask_checkForm", "形式审查"),
                        new TaskFacets.Choice("userTask_x", "另一环节"));
        assertThat(facets.rules(Set.of(Area.FILING))).contains(new TaskFacets.Choice("ND-SUPP", "ND-SUPP"));
    }

    @Test
    void theTextIsAlsoLookedForInTheNamesOfTheParties() {
        String file = office.caseOf(Area.FILING, office.district);
        party(file, "皓月饮食店", null);
        String task = tasks.inCase(file, null);
        tasks.filing(null);

        assertThat(found(byText("皓月"))).containsExactly(task);
    }

    @Test
    void aNumberIsFoundWithTheBracketsOfAnyKeyboard() {
        String task = tasks.filing(null);
        String number = worklist.get(task, head).caseNumber();
        assertThat(number).contains("〔", "〕");

        assertThat(found(byText(number.replace('〔', '（').replace('〕', '）')))).containsExactly(task);
        assertThat(found(byText(number.replace('〔', '[').replace('〕', ']')))).containsExactly(task);
    }

    @Test
    void theLightIsThatOfTheDayOnWhichOneLooksWithoutAnyJob() {
        String task = tasks.filing(TODAY.plusDays(1)); // red on the day before the due day: today
        String later = tasks.filing(TODAY.plusDays(2)); // yellow from today, red tomorrow

        TaskRow row = context.getBean(TaskMapper.class).find(later).orElseThrow();

        assertThat(worklist.get(task, head).light()).isEqualTo(io.mingjing.casefile.Light.RED);
        assertThat(row.dates().light(TODAY)).isEqualTo(io.mingjing.casefile.Light.YELLOW);
        assertThat(row.dates().light(TODAY.plusDays(1))).isEqualTo(io.mingjing.casefile.Light.RED);
    }

    @Test
    void aPageGoesOnWhereItStoppedThoughARowMovedAcrossTheBorder() {
        String first = tasks.filing(TODAY.plusDays(1));
        String second = tasks.filing(TODAY.plusDays(2));
        String third = tasks.filing(TODAY.plusDays(3));
        String fourth = tasks.filing(TODAY.plusDays(3));
        TaskQuery two = new TaskQuery(TaskList.UNIT, null, null, null, null, null, 2, null);
        TaskPage page = worklist.list(two, head);
        assertThat(page.items()).extracting(TaskItem::id).containsExactly(first, second);

        jdbc.update("update worklist_task set sort_due = ?, due_on = ? where id = ?", TODAY, TODAY, second);
        tasks.filing(TODAY.minusDays(9)); // comes before the border: not on the second page

        assertThat(worklist.list(two.after(page.next()), head).items())
                .extracting(TaskItem::id)
                .containsExactlyInAnyOrder(third, fourth);
    }

    private List<String> found(TaskQuery query) {
        TaskPage page = worklist.list(query, head);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(TaskItem::id).toList();
    }

    private static TaskQuery byText(String text) {
        return query(null, null, null, null, null, null, text);
    }

    private static TaskQuery query(
            @Nullable String organ,
            @Nullable String handler,
            @Nullable String rule,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String step,
            @Nullable String text) {
        return new TaskQuery(TaskList.UNIT, null, null, null, step, organ, handler, rule, from, to, text, 20, null);
    }

    private void party(String file, String name, @Nullable String organId) {
        jdbc.update(
                "insert into casefile_party (id, case_id, seq, role, kind, name, organ_id, version)"
                        + " values (?, ?, 1, 'RESPONDENT', 'ORGAN', ?, ?, 1)",
                Ids.next(),
                file,
                name,
                organId);
    }
}
