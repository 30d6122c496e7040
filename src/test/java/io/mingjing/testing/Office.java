package io.mingjing.testing;

import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A city with a district, their justice bureaus and a department, of which no other test knows, and bare cases in it: for
 * tests of what stands around a case. Tests of the case itself register real ones.
 */
public final class Office {

    public static final String PASSWORD = "Qingshan-2026-lvshui";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Organs organs;
    private final People people;
    private final JdbcTemplate jdbc;
    private final String code = "t" + COUNT.incrementAndGet() + "x"
            + Long.toString(ProcessHandle.current().pid(), 36);

    public final Organ city;
    public final Organ cityBureau;
    public final Organ district;
    public final Organ districtBureau;
    public final Organ department;

    private Office(Organs organs, People people, JdbcTemplate jdbc) {
        this.organs = organs;
        this.people = people;
        this.jdbc = jdbc;
        city = organ("沈阳市人民政府", null, code, OrganKind.GOVERNMENT);
        cityBureau = organ("沈阳市司法局", city, "sfj", OrganKind.JUSTICE_BUREAU);
        district = organ("和平区人民政府", city, "hp", OrganKind.GOVERNMENT);
        districtBureau = organ("和平区司法局", district, "sfj", OrganKind.JUSTICE_BUREAU);
        department = organ("和平区城市管理局", district, "cgj", OrganKind.DEPARTMENT);
    }

    public static Office in(ApplicationContext context) {
        return new Office(
                context.getBean(Organs.class), context.getBean(People.class), context.getBean(JdbcTemplate.class));
    }

    private Organ organ(String name, @Nullable Organ parent, String segment, OrganKind kind) {
        return organs.create(
                new Organs.NewOrgan(
                        name,
                        name,
                        parent == null ? null : parent.id(),
                        segment,
                        kind,
                        kind == OrganKind.GOVERNMENT ? "测" + code + segment : null,
                        1),
                Actor.SYSTEM);
    }

    /** A new person with these roles. */
    public Actor person(String name, Organ organ, Role... roles) {
        String login = code + "-" + COUNT.incrementAndGet();
        String id = people.create(
                        new People.NewPerson(login, name, organ.id(), Set.of(roles), login + "@example.cn"),
                        Actor.SYSTEM)
                .person()
                .id();
        return people.actor(id);
    }

    /** Lets a person sign in with {@link #PASSWORD}; answers the login. */
    public String account(Actor person) {
        String oneTime = people.resetPassword(person.userId(), Actor.SYSTEM).oneTimePassword();
        people.changePassword(oneTime, PASSWORD, person);
        return people.get(person.userId()).login();
    }

    /** A bare case of the government; it has no process. */
    public String caseOf(Area area, Organ government) {
        String id = Ids.next();
        int number = COUNT.incrementAndGet();
        jdbc.update(
                "insert into casefile_case (id, area, kind, register_no, case_no, query_code, title, title_sort,"
                        + " search_text, state, government_id, government_path, unit_id, received_on, registered_by,"
                        + " registered_at, version) values (?, ?, 'test', ?, null, ?, ?, ?, '', 'OPEN', ?, ?, ?, ?,"
                        + " 'system', ?, 1)",
                id,
                area.name(),
                "收〔2026〕" + code + number + "号",
                code + number,
                "明珠物业公司不服行政处罚决定案",
                "mingzhu",
                government.id(),
                government.path(),
                organs.bureauOf(government.id()).id(),
                java.sql.Date.valueOf(LocalDate.of(2026, 3, 2)),
                java.sql.Timestamp.from(StoryDay.MORNING));
        return id;
    }

    public void relate(String caseId, Organ organ, String relation) {
        jdbc.update(
                "insert into casefile_case_organ (case_id, organ_id, relation, since) values (?, ?, ?, ?)",
                caseId,
                organ.id(),
                relation,
                java.sql.Date.valueOf(LocalDate.of(2026, 3, 2)));
    }

    public void recuse(String caseId, Actor person) {
        jdbc.update(
                "insert into casefile_recusal (case_id, user_id, reason, recused_by, recused_at) values (?, ?, '亲属', ?, ?)",
                caseId,
                person.userId(),
                person.userId(),
                java.sql.Timestamp.from(StoryDay.MORNING));
    }

    public void lead(String caseId, Actor person) {
        jdbc.update(
                "insert into casefile_handler (case_id, user_id, kind, named_by, named_at) values (?, ?, 'LEAD', ?, ?)",
                caseId,
                person.userId(),
                person.userId(),
                java.sql.Timestamp.from(StoryDay.MORNING));
    }

    /** A limit that runs. */
    public String limit(String caseId, String rule, LocalDate due) {
        String id = Ids.next();
        jdbc.update(
                "insert into casefile_limit (id, case_id, rule, activity_id, scope_id, state, start_fact, start_on,"
                        + " extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, has_timer, version)"
                        + " values (?, ?, ?, null, null, 'RUNNING', 'received', ?, 0, ?, ?, ?, 'WORKING_DAY', false,"
                        + " '2026.4', false, 1)",
                id,
                caseId,
                rule,
                java.sql.Date.valueOf(LocalDate.of(2026, 3, 2)),
                java.sql.Date.valueOf(due),
                java.sql.Date.valueOf(due.minusDays(2)),
                java.sql.Date.valueOf(due.minusDays(1)));
        return id;
    }
}
