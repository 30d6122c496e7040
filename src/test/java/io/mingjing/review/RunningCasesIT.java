package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PartyKind;
import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.Organs;
import io.mingjing.review.RunningCases.Outcome;
import io.mingjing.review.RunningCases.Row;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Cases begun elsewhere come with their clocks. Today is 2026-03-02. */
@IntegrationTest
class RunningCasesIT {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 1, 30);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 4);
    private static final LocalDate SERVED = LocalDate.of(2026, 2, 26);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WebApplicationContext site;

    @Autowired
    private RunningCases running;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Organs organs;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor head;
    private String respondent = "";

    RunningCasesIT() {
        head = Actor.SYSTEM;
    }

    @BeforeEach
    void people() {
        ReviewCase any = ReviewCase.of(context, "");
        head = any.actor("unit-head");
        respondent = organs.get(String.valueOf(ReviewCase.application(context).get("respondentOrgan")))
                .name();
    }

    @Test
    void eachCaseStandsAtItsStepAndItsLimitsRunFromItsTrueDays() {
        List<Outcome> outcomes = running.take(
                List.of(
                        row(2, "导收件", LocalDate.of(2026, 3, 2), null, null, null, null),
                        row(3, "导受理", RECEIVED, ACCEPTED, null, null, null),
                        row(4, "导送达", RECEIVED, ACCEPTED, SERVED, null, null),
                        row(5, "导答复", RECEIVED, ACCEPTED, SERVED, LocalDate.of(2026, 2, 27), null),
                        row(
                                6,
                                "导中止",
                                RECEIVED,
                                ACCEPTED,
                                SERVED,
                                LocalDate.of(2026, 2, 27),
                                LocalDate.of(2026, 2, 28))),
                true,
                head);

        assertThat(outcomes).allSatisfy(one -> assertThat(one.refusal()).isNull());
        assertThat(open(outcomes, 0)).containsExactly("userTask_reviewAcceptance");
        assertThat(open(outcomes, 1)).containsExactly("userTask_issueAcceptance");
        assertThat(open(outcomes, 2)).containsExactly("userTask_submitReply");
        assertThat(open(outcomes, 3)).containsExactly("userTask_hearViews");
        ReviewCase accepted =
                ReviewCase.of(context, String.valueOf(outcomes.get(1).caseId()));
        assertThat(limit(outcomes, 1, "AR-COPY-ORD").startOn()).isEqualTo(ACCEPTED);
        accepted.complete("intake-clerk", "userTask_issueAcceptance", ReviewCase.issue());
        assertThat(accepted.open()).containsExactly("userTask_serveAcceptance");
        CaseLimit decide = limit(outcomes, 3, "AR-DECIDE-ORD");
        assertThat(decide.startOn()).isEqualTo(ACCEPTED);
        assertThat(decide.dueOn()).isEqualTo(LocalDate.of(2026, 4, 7)); // 2026-04-05 and 06 are days of rest
        assertThat(limit(outcomes, 2, "AR-REPLY-ORD").startOn()).isEqualTo(SERVED);
        assertThat(limit(outcomes, 4, "AR-DECIDE-ORD").state()).isEqualTo(LimitState.PAUSED);
        assertThat(logged(outcomes.get(4).caseId())).isEqualTo(1);
    }

    @Test
    void nothingOfAWrongLineIsTakenAndTheRightOnesAreByChoice() {
        List<Row> rows = List.of(
                row(2, "导对", RECEIVED, ACCEPTED, SERVED, null, null),
                row(3, "导错", RECEIVED, LocalDate.of(2026, 1, 5), null, LocalDate.of(2026, 2, 27), null));
        List<Outcome> none = running.take(rows, true, head);
        assertThat(none).allSatisfy(one -> assertThat(one.caseId()).isNull());
        Refusal refusal = Objects.requireNonNull(none.get(1).refusal());
        assertThat(refusal.errors())
                .extracting(error -> error.field(), error -> error.code())
                .contains(tuple("acceptedOn", "DATE_TOO_EARLY"), tuple("repliedOn", "EARLIER_STEP_MISSING"));
        assertThat(count("导对")).isZero();

        List<Outcome> right = running.take(rows, false, head);
        assertThat(right.get(0).caseId()).isNotNull();
        assertThat(right.get(1).caseId()).isNull();
        assertThat(count("导对")).isEqualTo(1);
        assertThat(count("导错")).isZero();
        Actor clerk = ReviewCase.of(context, "").actor("intake-clerk");
        assertThatThrownBy(() -> running.take(rows, false, clerk))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("NOT_ALLOWED"));
    }

    @Test
    void theWorkbookIsReadLineByLineAndEveryMistakeIsNamedOnThePageAndInTheApi() throws Exception {
        MockMvc web =
                MockMvcBuilders.webAppContextSetup(site).apply(springSecurity()).build();
        byte[] book = book(
                Map.of("applicant", "导表一"),
                Map.of("applicant", "导表二", "receivedOn", "二月三日"),
                Map.of("applicant", "导表三", "respondent", "没有这个机关"),
                Map.of("applicant", "", "receivedOn", "2027-01-05"),
                Map.of("applicant", "导表五", "heardOn", "2026-02-27"),
                Map.of("applicant", "导表六", "heardWay", "口信"));
        web.perform(multipart("/api/v1/review/import")
                        .file(new MockMultipartFile("file", "在办.xlsx", null, book))
                        .with(httpBasic("unit-head", DemoPeople.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(6))
                .andExpect(jsonPath("$[0].caseId").isNotEmpty())
                .andExpect(jsonPath("$[1].problem").value(containsString("收到申请日期")))
                .andExpect(jsonPath("$[2].problem").value(containsString("被申请人")))
                .andExpect(jsonPath("$[3].problem").value(containsString("申请人")))
                .andExpect(jsonPath("$[4].problem").value(containsString("听取意见")))
                .andExpect(jsonPath("$[5].problem").value(containsString("听取意见方式")));
        assertThat(count("导表一")).isEqualTo(1);
        assertThat(count("导表三")).isZero();

        web.perform(multipart("/review/import")
                        .file(new MockMultipartFile("file", "在办.xlsx", null, book))
                        .param("whole", "true")
                        .with(user("unit-head"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("收到申请日期")));
        assertThat(count("导表一")).isEqualTo(1);
        byte[] text = "不是表格".getBytes(StandardCharsets.UTF_8);
        web.perform(multipart("/api/v1/review/import")
                        .file(new MockMultipartFile("file", "在办.xlsx", null, text))
                        .with(httpBasic("unit-head", DemoPeople.PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("IMPORT_NOT_READABLE"));
        web.perform(multipart("/api/v1/review/import")
                        .file(new MockMultipartFile("file", "在办.xlsx", null, book()))
                        .with(httpBasic("unit-head", DemoPeople.PASSWORD)))
                .andExpect(jsonPath("$.code").value("IMPORT_EMPTY"));
        web.perform(multipart("/api/v1/review/import")
                        .file(new MockMultipartFile("file", "在办.xlsx", null, book))
                        .with(httpBasic("intake-clerk", DemoPeople.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    /** The template, filled in; what a line does not say is a sound case that was just received. */
    @SafeVarargs
    private byte[] book(Map<String, String>... lines) throws IOException {
        MessageSource messages = context.getBean(MessageSource.class);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            List<String> columns = List.of(
                    "formerNumber",
                    "receivedOn",
                    "applicantKind",
                    "applicant",
                    "phone",
                    "address",
                    "respondent",
                    "actKind",
                    "adminField",
                    "actName",
                    "actNumber",
                    "actMadeOn",
                    "knownOn",
                    "requests",
                    "reasons",
                    "procedure",
                    "acceptedOn",
                    "copyServedOn",
                    "repliedOn",
                    "heardOn",
                    "heardWay",
                    "suspendedOn",
                    "suspensionGround");
            Map<String, String> sound = Map.of(
                    "receivedOn",
                    "2026-03-02",
                    "respondent",
                    respondent,
                    "actKind",
                    "行政处罚",
                    "actName",
                    "导入处罚",
                    "requests",
                    "请求撤销。",
                    "reasons",
                    "程序违法。");
            for (int i = 0; i <= lines.length; i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < columns.size(); j++) {
                    String column = columns.get(j);
                    row.createCell(j)
                            .setCellValue(
                                    i == 0
                                            ? messages.getMessage(
                                                    "review.import.column." + column, null, Locale.SIMPLIFIED_CHINESE)
                                            : lines[i - 1].getOrDefault(column, sound.getOrDefault(column, "")));
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private Row row(
            int line,
            String applicant,
            LocalDate received,
            @Nullable LocalDate accepted,
            @Nullable LocalDate served,
            @Nullable LocalDate replied,
            @Nullable LocalDate suspended) {
        return new Row(
                line,
                "旧复〔2026〕" + line + "号",
                received,
                PartyKind.PERSON,
                applicant,
                "13900004321",
                "盛阳市和安区槐荫路18号",
                respondent,
                "PENALTY",
                "HOUSING",
                "导入罚字〔2026〕" + line + "号",
                null,
                null,
                null,
                "请求撤销。",
                "程序违法。",
                false,
                accepted,
                served,
                replied,
                null,
                null,
                suspended,
                suspended == null ? null : "8");
    }

    private List<String> open(List<Outcome> outcomes, int index) {
        return ReviewCase.of(context, String.valueOf(outcomes.get(index).caseId()))
                .open();
    }

    private CaseLimit limit(List<Outcome> outcomes, int index, String rule) {
        return limits.of(String.valueOf(outcomes.get(index).caseId())).stream()
                .filter(limit -> limit.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private int logged(@Nullable String caseId) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where case_id = ? and kind = 'review.imported'",
                Integer.class,
                caseId);
        return count == null ? 0 : count;
    }

    private int count(String applicant) {
        Integer count =
                jdbc.queryForObject("select count(*) from casefile_party where name = ?", Integer.class, applicant);
        return count == null ? 0 : count;
    }
}
