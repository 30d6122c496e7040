package io.mingjing.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.Statements;
import io.mingjing.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger of reviews: its lines, its balance, who reads it and what a page costs. Today is 2026-03-02. */
@IntegrationTest
@Import(Statements.class)
class ReviewLedgerIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReviewLedger ledger;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void aLineTellsTheCourseOfAReviewFromReceiptToService() {
        ReviewCase review = ReviewCase.registered(context).to(Step.SERVED);

        LedgerRow line = lineOf(review.id());

        String number = Objects.requireNonNull(review.file().caseNo());
        assertThat(line.cell(ReviewColumn.REGISTER_NO)).isEqualTo(review.file().registerNo());
        assertThat(line.cell(ReviewColumn.RECEIVED_ON)).isEqualTo("2026-03-02");
        assertThat(line.cell(ReviewColumn.CHANNEL)).isEqualTo("当面提交");
        assertThat(line.cell(ReviewColumn.APPLICANT)).isEqualTo("吴𠮷祥（自然人）");
        assertThat(line.cell(ReviewColumn.RESPONDENT)).endsWith("（工作部门）");
        assertThat(line.cell(ReviewColumn.ACT_KIND)).isEqualTo("行政处罚");
        assertThat(line.cell(ReviewColumn.REQUESTS)).isEqualTo("请求撤销该处罚决定。");
        assertThat(line.cell(ReviewColumn.ENTERPRISE)).isEmpty();
        assertThat(line.cell(ReviewColumn.ACCEPTANCE)).isEqualTo("受理 2026-03-02");
        assertThat(line.cell(ReviewColumn.CASE_NO)).isEqualTo(number);
        assertThat(line.cell(ReviewColumn.PROCEDURE)).isEqualTo("普通程序");
        assertThat(line.cell(ReviewColumn.HANDLERS)).isNotBlank();
        assertThat(line.cell(ReviewColumn.REPLIED)).isEqualTo("2026-03-02");
        assertThat(line.cell(ReviewColumn.VIEWS)).isEqualTo("当面 2026-03-02");
        // sixty natural days from 2 March end on 1 May, a holiday: rolled to 6 May
        assertThat(line.cell(ReviewColumn.DUE_ON)).isEqualTo("2026-05-06");
        assertThat(line.cell(ReviewColumn.OVERDUE)).isEmpty();
        assertThat(line.cell(ReviewColumn.CLOSED)).startsWith("撤销 2026-03-02 ").contains("决");
        assertThat(line.cell(ReviewColumn.SERVED)).contains("吴𠮷祥 2026-03-02");
        assertThat(line.cell(ReviewColumn.ARCHIVE)).isEmpty();
    }

    @Test
    void aPeriodAddsUpAsItStoodOnItsLastDay() {
        Actor head = actor("unit-head");
        Balance before = ledger.balance(MARCH, head);
        assertThat(before.balanced()).isTrue();

        ReviewCase.registered(context).to(Step.SERVED);
        ReviewCase.registered(context).to(Step.ACCEPTED);
        ReviewCase.registered(context);
        ReviewCase refused = ReviewCase.registered(context);
        refused.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.refusal());
        refused.complete("unit-head", "userTask_approveRefusal", Map.of("result", "APPROVE", "opinion", "同意。"));
        refused.complete("organ-head", "userTask_signRefusal", Map.of("result", "APPROVE", "opinion", "同意。"));
        refused.complete("intake-clerk", "userTask_issueRefusal", ReviewCase.issue());
        refused.serve("refusal");
        refused.complete("intake-clerk", "userTask_serveRefusal", Map.of());

        Balance after = ledger.balance(MARCH, head);
        assertThat(after.balanced()).isTrue();
        assertThat(after.received() - before.received()).isEqualTo(4);
        assertThat(after.accepted() - before.accepted()).isEqualTo(2);
        assertThat(after.refused() - before.refused()).isEqualTo(1);
        assertThat(after.pending() - before.pending()).isEqualTo(1);
        assertThat(after.taken() - before.taken()).isEqualTo(2);
        assertThat(after.closed() - before.closed()).isEqualTo(1);
        assertThat(after.open() - before.open()).isEqualTo(1);
        assertThat(after.carried()).isEqualTo(before.carried());
        assertThat(lineOf(refused.id()).cell(ReviewColumn.ACCEPTANCE)).isEqualTo("不予受理 2026-03-02");
        // what April begins with is what March ended with
        Balance april = ledger.balance(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)), head);
        assertThat(april.carried()).isEqualTo(after.open());
        assertThat(april.balanced()).isTrue();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndAPageOfFiftyCostsFewStatements() throws Exception {
        Office office = Office.in(context);
        Actor head = office.person("台账", office.districtBureau, Role.UNIT_HEAD);
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            cases.add(bare(office, i));
        }
        String recused = cases.remove(7);
        office.recuse(recused, head);

        LedgerPage first = ledger.page(MARCH, null, Locale.CHINA, head);
        List<String> statements = Statements.of(() -> ledger.page(MARCH, first.next(), Locale.CHINA, head));
        LedgerPage second = ledger.page(MARCH, first.next(), Locale.CHINA, head);
        LedgerPage third = ledger.page(MARCH, second.next(), Locale.CHINA, head);

        List<String> read = new ArrayList<>();
        for (LedgerPage page : List.of(first, second, third)) {
            page.rows().forEach(row -> read.add(row.caseId()));
        }
        assertThat(first.rows()).hasSize(ReviewLedger.PAGE);
        assertThat(third.next()).isNull();
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(cases);
        assertThat(statements).hasSizeLessThanOrEqualTo(10);
        assertThat(ledger.balance(MARCH, head).received()).isEqualTo(119);
        assertThat(ledger.balance(MARCH, office.person("市审计", office.cityBureau, Role.AUDITOR))
                        .received())
                .as("an auditor of the city sees its districts")
                .isEqualTo(120);
        assertThat(ledger.balance(MARCH, office.person("市科长", office.cityBureau, Role.UNIT_HEAD))
                        .received())
                .isZero();
    }

    private String bare(Office office, int day) {
        String id = office.caseOf(Area.REVIEW, office.district);
        jdbc.update(
                "update casefile_case set received_on = ? where id = ?",
                java.sql.Date.valueOf(TODAY.plusDays(day % 20)),
                id);
        jdbc.update(
                "insert into review_case (case_id, channel, act_name, act_kind, requests, reasons, compensation, enterprise,"
                        + " deemed, reply_missing, decision_overdue, version)"
                        + " values (?, 'POST', '罚款决定', 'PENALTY', '请求撤销', '事实不清', false, true, false, false, false, 1)",
                id);
        return id;
    }

    @Test
    void theLedgerIsAPageAWorkbookAndAnAnswerForMachines(@TempDir Path folder) throws Exception {
        ReviewCase review = ReviewCase.registered(context, Map.of("requests", "=1+1", "applicantName", "台账人"));
        Visitor visitor = new Visitor(port);
        visitor.signIn("unit-head", DemoPeople.PASSWORD);

        assertThat(visitor.get("/ledgers/review?from=2026-03-01&to=2026-03-31").body())
                .contains("复议台账", "期末未结", review.file().registerNo(), "台账人（自然人）");
        assertThat(visitor.basic(
                                "/api/v1/ledgers/review/balance?from=2026-03-01&to=2026-03-31",
                                "auditor",
                                DemoPeople.PASSWORD,
                                "zh")
                        .body())
                .contains("\"balanced\":true");
        assertThat(visitor.basic("/api/v1/ledgers/review", "organ-contact", DemoPeople.PASSWORD, "zh")
                        .body())
                .contains("LEDGER_READERS_ONLY")
                .contains("机构负责人");
        assertThat(visitor.basic(
                                "/api/v1/ledgers/review?from=2026-03-02&to=2026-03-01",
                                "auditor",
                                DemoPeople.PASSWORD,
                                "zh")
                        .body())
                .contains("截止日期早于起始日期");
        String book = workbook(
                visitor.open("/ledgers/review/export.xlsx?from=2026-03-01&to=2026-03-31")
                        .body(),
                folder.resolve("ledger.xlsx"));
        assertThat(book)
                .as("what was typed stays text")
                .contains("<t>=1+1</t>", "<t>2026-03-02</t>")
                .doesNotContain("<f>");
        assertThatThrownBy(() -> ledger.page(MARCH, "x_y", Locale.CHINA, actor("unit-head")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PAGE_UNKNOWN"));
    }

    private static String workbook(InputStream body, Path file) throws IOException {
        Files.copy(body, file);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private LedgerRow lineOf(String caseId) {
        String after = null;
        do {
            LedgerPage page = ledger.page(MARCH, after, Locale.CHINA, actor("unit-head"));
            for (LedgerRow row : page.rows()) {
                if (row.caseId().equals(caseId)) {
                    return row;
                }
            }
            after = page.next();
        } while (after != null);
        throw new AssertionError("not in the ledger: " + caseId);
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }
}
