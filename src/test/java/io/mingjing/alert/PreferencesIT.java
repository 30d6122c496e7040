package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.alert.Preferences.Channel;
import io.mingjing.alert.Preferences.Off;
import io.mingjing.engine.CatchUp;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.shared.event.TaskUrged;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People choose by which ways they hear of what, and when mail may come; the law is not theirs to switch off. */
@IntegrationTest
class PreferencesIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Preferences preferences;

    @Autowired
    Messages messages;

    @Autowired
    MailMapper mails;

    @Autowired
    CatchUp catchUp;

    @Autowired
    Timekeeper time;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Actor officer;
    String file;

    @BeforeEach
    void anOfficerOnAWorkingMorning() {
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        file = office.caseOf(Area.REVIEW, office.district);
        office.lead(file, officer);
        LocalDate day = LocalDate.now(clock).plusDays(1);
        while (day.getDayOfWeek().getValue() != 3) {
            day = day.plusDays(1);
        }
        time.advanceTo(day.atTime(10, 0).atZone(ZONE).toInstant());
    }

    @Test
    void whatIsSwitchedOffIsNotSaidByThatWay() {
        set(new Off(AlertKind.TASK_URGED, Channel.MAIL));
        urge();
        assertThat(told()).containsExactly(AlertKind.TASK_URGED);
        assertThat(owed()).isZero();

        set(new Off(AlertKind.TASK_URGED, Channel.APP));
        urge();
        assertThat(told()).hasSize(1);
        assertThat(owed()).isEqualTo(1);
    }

    @Test
    void aStatutoryAlertCannotBeSwitchedOff() {
        assertThatThrownBy(() -> set(new Off(AlertKind.LIMIT_RED, Channel.MAIL)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ALERT_STATUTORY"));
        assertThat(preferences.choices(officer))
                .filteredOn(choice -> choice.kind() == AlertKind.LIMIT_RED)
                .allMatch(choice -> choice.on() && choice.statutory());
        assertThat(preferences.choices(officer))
                .filteredOn(choice -> choice.kind() == AlertKind.TASK_URGED)
                .noneMatch(Preferences.Choice::statutory);
        assertThat(preferences.choices(officer))
                .extracting(Preferences.Choice::kind)
                .doesNotContain(AlertKind.ENGINE_INCIDENT);
    }

    @Test
    void aRowThatStandsInTheTableAllTheSameDoesNotSilenceTheLaw() {
        jdbc.update("insert into alert_mute (user_id, kind, way) values (?, 'LIMIT_RED', 'MAIL')", officer.userId());
        jdbc.update("insert into alert_mute (user_id, kind, way) values (?, 'LIMIT_RED', 'APP')", officer.userId());

        red();

        assertThat(told()).containsExactly(AlertKind.LIMIT_RED);
        assertThat(owed()).isEqualTo(1);
    }

    @Test
    void mailWaitsForTheEndOfTheQuietHoursAndForAWorkingDayButRedDoesNot() {
        LocalDate wednesday = LocalDate.now(clock);
        time.advanceTo(wednesday.plusDays(2).atTime(21, 30).atZone(ZONE).toInstant()); // Friday night
        urge();
        red();

        assertThat(jdbc.queryForList(
                        "select not_before from alert_mail where receiver = ? order by id",
                        java.sql.Timestamp.class,
                        officer.userId()))
                .extracting(PreferencesIT::local)
                .containsExactly(wednesday.plusDays(5).atTime(8, 0), null);
        Instant real = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(mails.findOwed(real, clock.instant(), 1000))
                .filteredOn(mail -> officer.userId().equals(mail.receiver()))
                .hasSize(1);
        assertThat(mails.findOwed(real, clock.instant().plusSeconds(3 * 24 * 3600), 1000))
                .filteredOn(mail -> officer.userId().equals(mail.receiver()))
                .hasSize(2);
    }

    @Test
    void whoWantsNoQuietHoursHasNone() {
        preferences.set(Set.of(), new Habit(LocalTime.of(0, 0), LocalTime.of(0, 0), false, true, true), officer);
        time.advanceTo(
                LocalDate.now(clock).plusDays(3).atTime(23, 0).atZone(ZONE).toInstant());

        urge();

        assertThat(jdbc.queryForObject(
                        "select count(*) from alert_mail where receiver = ? and not_before is null",
                        Integer.class,
                        officer.userId()))
                .isEqualTo(1);
    }

    private void set(Off... off) {
        preferences.set(Set.of(off), Habit.STANDARD, officer);
    }

    private void urge() {
        publish(new TaskUrged(
                Ids.next(), file, Ids.next(), "x", officer.userId(), "REVIEW_OFFICER@" + office.district.id(), 1));
    }

    private void red() {
        LocalDate today = LocalDate.now(clock);
        publish(new LimitMoved(
                file,
                Ids.next(),
                1,
                "AR-INTAKE",
                today.plusDays(1),
                today.minusDays(1),
                today,
                false,
                false,
                "OPENED"));
        jdbc.update("delete from alert_due where case_id = ? and kind = 'LIMIT_YELLOW'", file);
        catchUp.runDue();
    }

    private List<AlertKind> told() {
        return messages.list(null, null, 50, officer).messages().stream()
                .map(Message::code)
                .toList();
    }

    private int owed() {
        Integer count = jdbc.queryForObject(
                "select count(*) from alert_mail where receiver = ?", Integer.class, officer.userId());
        return count == null ? -1 : count;
    }

    private static @Nullable LocalDateTime local(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toLocalDateTime();
    }

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
    }
}
