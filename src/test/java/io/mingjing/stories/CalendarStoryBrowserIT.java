package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.LimitActs;
import io.mingjing.shared.Actor;
import io.mingjing.testing.Axe;
import io.mingjing.testing.BrowserStory;
import io.mingjing.testing.Calendar2026;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Notices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The administrator imports a notice, the head of the unit approves it, and a case shows its new date and why. */
@BrowserStory
class CalendarStoryBrowserIT {

    private static final LocalDate DUE = LocalDate.of(2027, 2, 9);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    LimitActs acts;

    @Autowired
    Clock clock;

    @SuppressWarnings("NullAway.Init") // the test starts it
    private CaseLimit limit;

    /** A case of the demonstration gets a limit that ends where the notice puts a holiday. */
    private CaseLimit limit() {
        String caseId = jdbc.queryForObject(
                "select min(c.id) from casefile_case c join casefile_key_date k on k.case_id = c.id"
                        + " where c.area = 'REVIEW' and c.state = 'OPEN' and k.name = 'received'",
                String.class);
        LocalDate received = jdbc.queryForObject(
                "select on_date from casefile_key_date where case_id = ? and name = 'received'",
                LocalDate.class,
                caseId);
        int days = (int) ChronoUnit.DAYS.between(received, DUE);
        return acts.start(caseId, "SO-REPLY", "received", days, DayUnit.NATURAL_DAY, Actor.SYSTEM);
    }

    @AfterEach
    void forgetTheNotice() {
        jdbc.update("update casefile_limit set state = 'CANCELLED' where id = ?", limit.id());
        Calendar2026.restore(context);
    }

    @Test
    void aNoticeMovesALimitAndTheCaseNamesIt(Browser browser) {
        limit = limit();
        assertThat(limit.dueOn()).isEqualTo(DUE);
        String change;
        try (Desk admin = new Desk(browser, port, "admin")) {
            admin.open("/admin/calendar?year=2027");
            assertThat(admin.text()).contains("预排");
            assertThat(serious(admin)).isEmpty();
            admin.shoot("calendar-1-year");
            admin.page().getByText("导入放假通知").click();
            assertThat(serious(admin)).isEmpty();
            admin.page().fill("[name=noticeName]", Notices.NAME_2027);
            admin.page().fill("[name=noticeNumber]", Notices.NUMBER_2027);
            admin.page()
                    .fill("[name=noticeDate]", LocalDate.now(clock).minusDays(3).toString());
            admin.page().setInputFiles("[name=file]", Path.of("src/main/resources/samples/notice-2027.csv"));
            admin.page().locator("main .mj-btn--primary").click();
            admin.page().waitForURL(url -> url.contains("/admin/calendar/changes/"));
            change = admin.page().url().substring(admin.page().url().indexOf("/admin/"));
            assertThat(admin.text()).contains("推后", "2027-02-09", "2027-02-13", "等待机构负责人核对批准");
            assertThat(admin.page().getByText("批准生效").count()).isZero();
            assertThat(admin.complaints()).isEmpty();
        }
        try (Desk head = new Desk(browser, port, "unit-head")) {
            head.open(change);
            assertThat(serious(head)).isEmpty();
            head.shoot("calendar-2-preview");
            head.page().getByText("批准生效").click();
            head.page().getByText("重算完毕").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
            head.shoot("calendar-3-applied");
            head.open("/cases/" + limit.caseId() + "/limits");
            assertThat(head.text()).contains("2027-02-13");
            head.open("/cases/" + limit.caseId() + "/timeline");
            assertThat(head.text()).contains(Notices.NAME_2027);
            head.shoot("calendar-4-timeline");
            assertThat(head.complaints()).isEmpty();
        }
    }

    private static List<String> serious(Desk desk) {
        return Axe.serious(desk.page());
    }
}
