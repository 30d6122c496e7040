package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitState;
import io.mingjing.identity.DemoPeople;
import io.mingjing.review.Enquiries.NewEnquiry;
import io.mingjing.review.IntakeRegister.NewMaterial;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The desk: enquiries, how an application came, what came with it, the register. Today is 2026-03-02. */
@IntegrationTest
class DeskIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Enquiries enquiries;

    @Autowired
    private IntakeRegister register;

    @Autowired
    private AcceptanceReviews acceptances;

    @Autowired
    private ApplicationWindows windows;

    @Autowired
    private AgencyRelays relays;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void anEnquiryBecomesAnApplicationWithItsFacts() throws Exception {
        ReviewCase any = ReviewCase.registered(context);
        Actor clerk = any.actor("intake-clerk");
        Enquiry enquiry = enquiries.record(enquiry("邝咨询", "罚款过重，能否复议？"), clerk);
        assertThat(enquiry.number()).matches("接〔2026〕\\d+号");
        assertThat(enquiry.phoneMasked()).isNotNull().doesNotContain("13900004321");

        Visitor visitor = new Visitor(port);
        visitor.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/new/administrativeReview?enquiry=" + enquiry.id())
                        .body())
                .contains("邝咨询")
                .contains("13900004321")
                .contains(enquiry.number());
        ReviewCase review =
                ReviewCase.registered(context, Map.of("applicantName", "邝咨询", "enquiryNumber", enquiry.number()));

        Enquiry after = enquiries.get(enquiry.id(), clerk);
        assertThat(after.caseId()).isEqualTo(review.id());
        assertThat(after.outcome()).isEqualTo("APPLIED");
        assertThat(enquiries.ofCase(review.id())).extracting(Enquiry::number).containsExactly(enquiry.number());
        wrong("ENQUIRY_USED", Map.of("enquiryNumber", enquiry.number()));
        wrong("ENQUIRY_UNKNOWN", Map.of("enquiryNumber", "接〔2026〕99999号"));
        refused("ENQUIRY_APPLIED", () -> enquiries.answer(enquiry.id(), "已答复", "ANSWERED", after.version(), clerk));
        assertThat(visitor.get("/cases/" + review.id() + "/intake").body()).contains(enquiry.number());
    }

    @Test
    void enquiriesAreSearchedAndAnsweredAndOthersDoNotSeeThem() throws Exception {
        ReviewCase any = ReviewCase.registered(context);
        Actor clerk = any.actor("intake-clerk");
        Enquiry enquiry = enquiries.record(enquiry("阚电话", "拆迁补偿标准 100%"), clerk);
        enquiries.answer(enquiry.id(), "已告知受理范围。", "ANSWERED", enquiry.version(), clerk);
        refused("ENQUIRY_CHANGED", () -> enquiries.answer(enquiry.id(), "又一次", "ANSWERED", enquiry.version(), clerk));
        assertThat(enquiries.search(query("100%", null), 10, clerk))
                .extracting(Enquiry::id)
                .containsExactly(enquiry.id());
        assertThat(enquiries.search(query("阚电话", "OPEN"), 10, clerk)).isEmpty();
        assertThat(enquiries.count(query("阚电话", "ANSWERED"), clerk)).isEqualTo(1);
        refused("NOT_ALLOWED", () -> enquiries.get(enquiry.id(), any.actor("organ-contact")));

        Visitor visitor = new Visitor(port);
        visitor.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(visitor.get("/review/enquiries?q=%E9%98%9A%E7%94%B5%E8%AF%9D")
                        .body())
                .contains(enquiry.number());
        assertThat(visitor.get("/review/enquiries/" + enquiry.id()).body()).contains("已告知受理范围。");
        assertThat(visitor.basic("/api/v1/review/enquiries?outcome=ANSWERED", "intake-clerk", DemoPeople.PASSWORD, "zh")
                        .body())
                .contains("阚电话");
    }

    @Test
    void theReceiptListsMaterialsAndTheQueryCode() throws Exception {
        ReviewCase review = ReviewCase.registered(context);
        Actor clerk = review.actor("intake-clerk");
        register.take(review.id(), new NewMaterial("行政处罚决定书", "COPY", 2, 3, null), clerk);
        Material mistaken = register.take(review.id(), new NewMaterial("身份证", "COPY", 1, null, null), clerk);
        register.strike(review.id(), mistaken.id(), clerk);
        assertThatThrownBy(() -> register.take(review.id(), new NewMaterial(" ", "COPY", 0, null, null), clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(error -> error.field(), error -> error.code())
                                .containsExactly(tuple("name", "REQUIRED"), tuple("copies", "TOO_SMALL")));

        Visitor visitor = new Visitor(port);
        visitor.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + review.id() + "/receipt").body())
                .contains("行政处罚决定书")
                .doesNotContain("身份证")
                .contains(review.file().queryCode());
        assertThat(logged(review.id(), "review.materialStruck")).isEqualTo(1);
    }

    @Test
    void anOralApplicationIsPrintedToBeSigned() throws Exception {
        ReviewCase review = ReviewCase.registered(context, Map.of("channel", "ORAL"));
        Visitor visitor = new Visitor(port);
        visitor.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + review.id() + "/intake").body())
                .contains("/cases/" + review.id() + "/oral-record");
        assertThat(visitor.get("/cases/" + review.id() + "/oral-record").body())
                .contains("请求撤销该处罚决定。")
                .contains("申请人签名或者按指印");
    }

    @Test
    void thePenalisingAgencyHasFiveWorkingDaysToRelayOrToCorrect() throws Exception {
        ReviewCase review = ReviewCase.registered(
                context,
                Map.of(
                        "channel",
                        "VIA_ORGAN",
                        "agencyReceivedOn",
                        "2026-02-09",
                        "agencyHandling",
                        "CORRECTED",
                        "agencyHandledOn",
                        "2026-02-27",
                        "agencyNote",
                        "罚款改为五百元。"));
        IntakeFacts facts = acceptances.facts(review.id());
        // 2026-02-14 (Saturday) is a working day; the Spring Festival follows
        assertThat(windows.relayDue(facts)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(facts.agencyNote()).isEqualTo("罚款改为五百元。");
        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + review.id() + "/intake").body())
                .contains("自行纠正")
                .contains("罚款改为五百元。")
                .contains("逾期");
        assertThat(limits.of(review.id()))
                .filteredOn(limit -> limit.startFact().equals("agencyReceived"))
                .extracting(CaseLimit::rule, CaseLimit::dueOn, CaseLimit::state, CaseLimit::metOn)
                .containsExactlyInAnyOrder(
                        tuple("AR-RELAY", LocalDate.of(2026, 2, 14), LimitState.CANCELLED, null),
                        tuple("AR-SELFFIX", LocalDate.of(2026, 2, 14), LimitState.LAPSED, LocalDate.of(2026, 2, 27)));
    }

    @Test
    void theTimeOfTheAgencyRunsUntilItIsRecordedWhatItDid() throws Exception {
        StoryDay.set(context, StoryDay.MORNING);
        ReviewCase review =
                ReviewCase.registered(context, Map.of("channel", "VIA_ORGAN", "agencyReceivedOn", "2026-02-27"));
        Actor clerk = review.actor("intake-clerk");
        assertThat(limits.open(review.id(), "AR-RELAY")).hasValueSatisfying(limit -> {
            assertThat(limit.state()).isEqualTo(LimitState.RUNNING);
            assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 3, 5)); // 28 February is a working Saturday
            assertThat(limits.light(limit, LocalDate.of(2026, 3, 2))).isNotEqualTo(Light.RED);
            assertThat(limits.light(limit, LocalDate.of(2026, 3, 6))).isEqualTo(Light.RED);
        });
        assertThat(limits.open(review.id(), "AR-SELFFIX")).isPresent();
        assertThat(jdbc.queryForObject(
                        "select count(*) from alert_due where case_id = ? and rule = 'AR-RELAY'",
                        Integer.class,
                        review.id()))
                .isPositive();
        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + review.id() + "/intake").body())
                .contains("/cases/" + review.id() + "/agency", "登记处理");
        assertThat(visitor.get("/cases/" + review.id() + "/limits").body())
                .contains("转送收到的行政复议申请", "第三十二条", "自行纠正处罚决定", "第三十八条");

        refused("NOT_ALLOWED", () -> relays.record(review.id(), "RELAYED", MONDAY, null, review.actor("organ-head")));
        wrongHandling("NOT_AN_OPTION", "KEPT", MONDAY, review);
        wrongHandling("IN_FUTURE", "RELAYED", MONDAY.plusDays(1), review);
        wrongHandling("DATE_TOO_EARLY", "RELAYED", LocalDate.of(2026, 2, 26), review);
        wrongHandling("REQUIRED", "CORRECTED", MONDAY, review);
        relays.record(review.id(), "RELAYED", MONDAY, null, clerk);

        assertThat(limits.of(review.id()))
                .filteredOn(
                        limit -> limit.rule().equals("AR-RELAY") || limit.rule().equals("AR-SELFFIX"))
                .extracting(CaseLimit::rule, CaseLimit::state)
                .containsExactlyInAnyOrder(
                        tuple("AR-RELAY", LimitState.MET), tuple("AR-SELFFIX", LimitState.CANCELLED));
        assertThat(visitor.get("/cases/" + review.id() + "/intake").body()).doesNotContain("登记处理");
        refused("AGENCY_NOT_WAITED_FOR", () -> relays.record(review.id(), "RELAYED", MONDAY, null, clerk));
    }

    private void wrongHandling(String code, String handling, LocalDate on, ReviewCase review) {
        assertThatThrownBy(() -> relays.record(review.id(), handling, on, null, review.actor("intake-clerk")))
                .hasMessageContaining(code);
    }

    @Test
    void theRegisterIsFilteredByFieldAndGroundOfTheCase() throws Exception {
        ReviewCase review = ReviewCase.registered(
                context,
                Map.of("applicantName", "瞿登记", "adminField", "ECOLOGY", "actKind", "LICENCE", "channel", "POST"));
        Actor clerk = review.actor("intake-clerk");
        IntakeRegister.Query query =
                new IntakeRegister.Query("瞿登记", "POST", "LICENCE", "ECOLOGY", "NONE", null, null, null, null);
        assertThat(register.search(query, 10, clerk)).singleElement().satisfies(line -> {
            assertThat(line.caseId()).isEqualTo(review.id());
            assertThat(line.applicant()).isEqualTo("瞿登记");
            assertThat(line.adminField()).isEqualTo("ECOLOGY");
        });
        assertThat(register.count(
                        new IntakeRegister.Query("瞿登记", null, null, "TAX", null, null, null, null, null), clerk))
                .isZero();
        Visitor visitor = new Visitor(port);
        visitor.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(visitor.get("/review/register?adminField=ECOLOGY").body())
                .contains("瞿登记")
                .contains(review.file().registerNo());
        assertThat(visitor.basic(
                                "/api/v1/review/register?adminField=ECOLOGY", "intake-clerk", DemoPeople.PASSWORD, "zh")
                        .body())
                .contains("瞿登记");
    }

    private static NewEnquiry enquiry(String visitor, String matter) {
        return new NewEnquiry(null, visitor, "PERSON", Enquiry.Way.PHONE, "13900004321", matter, null, "OPEN");
    }

    private static Enquiries.Query query(String words, @Nullable String outcome) {
        return new Enquiries.Query(words, null, outcome, null, null, null);
    }

    private void wrong(String code, Map<String, ?> changes) {
        assertThatThrownBy(() -> ReviewCase.registered(context, changes))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }

    private int logged(String caseId, String kind) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where case_id = ? and kind = ?", Integer.class, caseId, kind);
        return count == null ? 0 : count;
    }
}
