package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.DueItems.DueItem;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The morning digest and the weekly summary. The clock stands on Monday, 2026-03-02, 9:00. */
@IntegrationTest
class RoundMailsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    RoundMails rounds;

    @Autowired
    Preferences preferences;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Actor district;
    Actor city;
    String file;

    @BeforeEach
    void anOfficeWithTrouble() {
        office = Office.in(context);
        district = office.person("吴敏", office.districtBureau, Role.SUPERVISOR);
        city = office.person("韩冬梅", office.cityBureau, Role.SUPERVISOR);
        file = office.caseOf(Area.REVIEW, office.district);
        office.relate(file, office.department, "RESPONDENT");
        office.limit(file, "AR-DECIDE-ORD", TODAY.minusDays(3));
        office.limit(file, "AR-REPLY-ORD", TODAY.plusDays(1));
        office.limit(file, "AR-INTAKE", TODAY.plusDays(2));
        String bare = office.caseOf(Area.FILING, office.city);
        office.limit(bare, "ND-SUPP", TODAY.minusDays(1));
    }

    @Test
    void theMorningDigestNamesNoCaseFromWhichItsReaderKeepsAway() {
        office.recuse(file, district);
        run("MORNING");

        assertThat((String) mail(district).get("body_text"))
                .contains("和平区城市管理局  超期 1")
                .doesNotContain("收〔2026〕");
        assertThat((String) mail(district).get("body_html")).doesNotContain("/cases/" + file);
        assertThat((String) mail(city).get("body_html")).contains("/cases/" + file);
    }

    @Test
    void theMorningDigestGoesToEachSupervisorByOrganAndNamesNoPerson() {
        run("MORNING");

        Map<String, Object> mail = mail(district);
        assertThat(mail.get("subject")).isEqualTo("[明镜] 期限晨报 2026-03-02");
        assertThat((String) mail.get("body_text"))
                .contains("超期 1 项，红灯 1 项，黄灯 1 项", "和平区城市管理局  超期 1  红灯 1  黄灯 1", "收〔2026〕")
                .doesNotContain("明珠物业")
                .doesNotContain("沈阳市司法局");
        assertThat((String) mail.get("body_html")).contains("/cases/" + file, "普通程序：作出行政复议决定", "超期 1 项，红灯 1 项，黄灯 1 项");
        assertThat((String) mail(city).get("body_text"))
                .as("the city sees its districts")
                .contains("超期 2 项", "和平区城市管理局", "沈阳市司法局  超期 1");
    }

    @Test
    void whoHasNothingToWorryAboutOrDoesNotWantItGetsNone() {
        Office quiet = Office.in(context);
        Actor calm = quiet.person("钱宁", quiet.districtBureau, Role.SUPERVISOR);
        preferences.set(
                Set.of(), new Habit(Habit.STANDARD.quietFrom(), Habit.STANDARD.quietTo(), true, false, true), district);

        run("MORNING");

        assertThat(mails(calm)).isEmpty();
        assertThat(mails(district)).isEmpty();
        assertThat(mails(city)).hasSize(1);
    }

    @Test
    void theWeeklySummaryTellsSupervisorsHeadsAndLeadersOfTheWeekBefore() {
        Actor head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        Actor officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        String met = office.limit(file, "AR-COPY-ORD", TODAY.minusDays(4));
        jdbc.update("update casefile_limit set state = 'MET', met_on = ? where id = ?", TODAY.minusDays(5), met);

        run("WEEKLY");

        assertThat(mail(head).get("subject")).isEqualTo("[明镜] 一周期限情况 2026-02-23 至 2026-03-01");
        assertThat((String) mail(head).get("body_text"))
                .contains("上周办结 1 项，新增超期 1 项，现有超期 1 项", "和平区城市管理局  上周办结 1  新增超期 1  超期 1");
        assertThat((String) mail(head).get("body_html"))
                .as("fits a telephone")
                .doesNotContain("<table role=\"presentation\" width=\"640\"");
        assertThat(mails(district)).hasSize(1);
        assertThat(mails(officer)).isEmpty();
    }

    @Test
    void aRoundIsOwedOnceHoweverManyNodesRunIt() {
        Instant at = arm("MORNING");
        rounds.run(new DueItem(at, "MORNING"));
        rounds.run(new DueItem(at, "MORNING"));

        assertThat(mails(district)).hasSize(1);
        assertThat(rounds.next(at)).isEmpty();
        assertThat(next("MORNING")).isEqualTo(LocalDateTime.of(2026, 3, 3, 8, 30));
        arm("WEEKLY");
        run("WEEKLY");
        assertThat(next("WEEKLY")).as("Monday of the week after").isEqualTo(LocalDateTime.of(2026, 3, 9, 8, 30));
    }

    private void run(String round) {
        rounds.run(new DueItem(arm(round), round));
    }

    /** As if that round were due now. */
    private Instant arm(String round) {
        Instant at = LocalDate.now(clock).atTime(8, 30).atZone(ZONE).toInstant();
        rounds.begin();
        jdbc.update("update alert_round set next_at = ? where name = ?", java.sql.Timestamp.from(at), round);
        return at;
    }

    private LocalDateTime next(String round) {
        java.sql.Timestamp at =
                jdbc.queryForObject("select next_at from alert_round where name = ?", java.sql.Timestamp.class, round);
        return java.util.Objects.requireNonNull(at).toLocalDateTime();
    }

    private Map<String, Object> mail(Actor person) {
        return mails(person).get(0);
    }

    private List<Map<String, Object>> mails(Actor person) {
        return jdbc.queryForList("select * from alert_mail where receiver = ?", person.userId());
    }
}
