package io.mingjing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceMethod;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Corrections, letters and requests to withdraw that pass through the portal. */
@IntegrationTest
class CorrespondenceIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private ElectronicService service;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
        context.getBean(Channels.class).set(DemoPeople.CITY, true, Actor.SYSTEM);
    }

    @Test
    void aCorrectionCountsOnTheDayItReachesTheSystemAndIntakeBeginsAnew() {
        ReviewCase walk = askedToCorrect(true);
        day(4);
        String key = Ids.next();
        correspondence.addFile(walk.id(), "委托书.pdf", new ByteArrayInputStream(PortalCase.pdf()), PortalCase.address());
        assertThat(correspondence.wanted(walk.id()).orElseThrow().items()).contains("补充授权委托书。");

        correspondence.correct(walk.id(), "补充授权委托书一份。", key);
        correspondence.correct(walk.id(), "补充授权委托书一份。", key);

        assertThat(walk.open()).containsExactly("userTask_reviewAcceptance");
        assertThat(cases.keyDate(walk.id(), "received")).contains(LocalDate.of(2026, 3, 4));
        assertThat(context.getBean(CaseLimits.class).of(walk.id()))
                .filteredOn(limit -> limit.rule().equals("AR-INTAKE"))
                .extracting(CaseLimit::dueOn)
                .endsWith(LocalDate.of(2026, 3, 11));
        assertThat(context.getBean(Attachments.class).of(walk.id(), walk.actor("review-officer")))
                .extracting(Attachment::label)
                .contains("补正材料");
        assertThat(correspondence.of(walk.id(), walk.actor("review-officer")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.state()).isEqualTo(Correspondence.State.DONE);
                    assertThat(message.body()).isEqualTo("补充授权委托书一份。");
                });
        assertThatThrownBy(() -> correspondence.correct(walk.id(), "再补一份。", Ids.next()))
                .hasMessageContaining("NO_CORRECTION_OPEN");
    }

    @Test
    void whereThePortalIsNotDesignatedTheClerkRecordsTheCorrection() {
        ReviewCase walk = askedToCorrect(true);
        context.getBean(Channels.class).set(DemoPeople.CITY, false, Actor.SYSTEM);
        day(4);

        correspondence.correct(walk.id(), "补充授权委托书一份。", Ids.next());

        assertThat(walk.open()).containsExactly("userTask_recordCorrection");
        assertThat(correspondence.open(walk.id())).isEqualTo(1);
        Correspondence.Message message =
                correspondence.of(walk.id(), walk.actor("intake-clerk")).get(0);
        assertThat(message.arrivedAt()).isEqualTo("2026-03-04T01:00:00Z");
        assertThatThrownBy(() -> correspondence.done(walk.id(), message.id(), 1, walk.actor("organ-head")))
                .hasMessageContaining("NOT_ALLOWED");
        correspondence.done(walk.id(), message.id(), 1, walk.actor("intake-clerk"));
        assertThat(correspondence.open(walk.id())).isZero();
    }

    @Test
    void whoConsentedIsServedWhenTheLetterReachesTheirPage() throws Exception {
        ReviewCase walk = askedToCorrect(true);
        Letter notice = letters.current(walk.id(), "correction-notice").orElseThrow();

        assertThat(letters.services(notice.id())).singleElement().satisfies(record -> {
            assertThat(record.method()).isEqualTo(ServiceMethod.ELECTRONIC);
            assertThat(record.servedOn()).isEqualTo(MONDAY);
            assertThat(record.note()).contains("同意电子送达");
        });
        assertThat(cases.keyDate(walk.id(), "fixNoticeServed")).contains(MONDAY);
        assertThat(service.delivered(walk.id())).singleElement().satisfies(letter -> {
            assertThat(letter.letterId()).isEqualTo(notice.id());
            assertThat(letter.openedAt()).isNull();
        });

        Visitor visitor = found(walk);
        assertThat(visitor.get("/portal/track/case").body()).contains("等待您补正材料", "最迟于 2026-03-16 补正", "补正通知书");
        assertThat(visitor.get("/portal/track/case/letters/" + notice.id()).statusCode())
                .isEqualTo(200);
        assertThat(service.delivered(walk.id()).get(0).openedAt()).isNotNull();
        String other = ReviewCase.registered(context).id();
        assertThatThrownBy(() -> service.open(other, notice.id())).hasMessageContaining("LETTER_NOT_FOUND");
    }

    @Test
    void withoutConsentTheClerkServesAsBefore() {
        ReviewCase walk = askedToCorrect(false);

        assertThat(service.delivered(walk.id())).isEmpty();
        assertThat(walk.open()).containsExactly("userTask_recordCorrection");
        assertThatThrownBy(() -> service.consent(walk.id(), "没有地址")).hasMessageContaining("PATTERN");
        service.consent(walk.id(), "liu@example.cn");
        assertThatThrownBy(() -> service.consent(walk.id(), "liu@example.cn")).hasMessageContaining("CONSENT_GIVEN");
        service.withdrawConsent(walk.id());
        assertThat(service.consentOf(walk.id())).isEmpty();
    }

    @Test
    void aRequestToWithdrawGoesToTheOfficerAndOnlyBeforeTheDecision() {
        ReviewCase walk = sent(false);
        String key = Ids.next();

        correspondence.withdraw(walk.id(), "已与被申请人和解。", key);
        correspondence.withdraw(walk.id(), "已与被申请人和解。", key);

        assertThat(correspondence.open(walk.id())).isEqualTo(1);
        assertThat(walk.open()).containsExactly("userTask_reviewAcceptance");
        assertThat(correspondence.mayWithdraw(walk.id())).isFalse();
        assertThatThrownBy(() -> correspondence.withdraw(walk.id(), "再次请求。", Ids.next()))
                .hasMessageContaining("WITHDRAWAL_LATE");
        assertThatThrownBy(() -> correspondence.of(walk.id(), walk.actor("organ-contact")))
                .isInstanceOf(io.mingjing.shared.Refusal.class);

        ReviewCase decided = sent(false).to(ReviewCase.Step.DECIDED);
        assertThatThrownBy(() -> correspondence.withdraw(decided.id(), "和解。", Ids.next()))
                .hasMessageContaining("WITHDRAWAL_LATE");
    }

    @Test
    void ofACaseUnderReviewTheRequestBeginsTheProcedureOfWithdrawal() {
        ReviewCase walk = sent(false).to(ReviewCase.Step.ACCEPTED);
        correspondence.withdraw(walk.id(), "已与被申请人和解。", Ids.next());

        assertThat(walk.open()).contains("userTask_reviseWithdrawal");
        assertThat(correspondence.mayWithdraw(walk.id())).isFalse();
        Map<String, Object> prefilled = context.getBean(CaseTasks.class)
                .form(walk.task("userTask_reviseWithdrawal").id(), walk.actor("review-officer"))
                .values();
        assertThat(prefilled)
                .containsEntry("requestWay", "ONLINE")
                .containsEntry("statedReason", "已与被申请人和解。")
                .doesNotContainKeys("voluntary", "voluntariness");
        Map<String, Object> values = new HashMap<>(prefilled);
        values.putAll(Map.of("proposal", "CONTINUE", "voluntariness", "已当面核实。"));
        assertThatThrownBy(() -> walk.complete("review-officer", "userTask_reviseWithdrawal", values))
                .hasMessageContaining("WITHDRAWAL_INVOLUNTARY");
        values.put("voluntary", true);
        walk.complete("review-officer", "userTask_reviseWithdrawal", values);

        assertThat(walk.open()).contains("userTask_reviewWithdrawal");
        assertThat(correspondence.of(walk.id(), walk.actor("review-officer")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.state()).isEqualTo(Correspondence.State.DONE);
                    assertThat(message.doneByName())
                            .isEqualTo(walk.actor("review-officer").name());
                });
    }

    @Test
    void theOfficerDropsARequestThatIsNotVoluntaryAndAnotherMayCome() {
        ReviewCase walk = sent(false).to(ReviewCase.Step.ACCEPTED);
        correspondence.withdraw(walk.id(), "被申请人要求我撤回。", Ids.next());
        walk.complete("review-officer", "userTask_reviseWithdrawal", Map.of("proposal", "DROP"));

        assertThat(walk.open()).doesNotContain("userTask_reviseWithdrawal", "userTask_reviewWithdrawal");
        assertThat(correspondence.open(walk.id())).isZero();
        assertThat(correspondence.mayWithdraw(walk.id())).isTrue();
        correspondence.withdraw(walk.id(), "已经和解。", Ids.next());
        assertThat(walk.open()).contains("userTask_reviseWithdrawal");
    }

    @Test
    void whoConsentedWithAnAddressIsToldByMailOfTheReceiptAndOfALetterByTheNumberAlone() {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        jdbc.update("delete from alert_mail where to_address = 'liu@example.cn'");
        ReviewCase walk = askedToCorrect(true);

        List<Map<String, Object>> mails = jdbc.queryForList(
                "select subject, body_text, body_html, to_name from alert_mail where to_address = 'liu@example.cn'");

        String number = walk.file().registerNo();
        assertThat(mails).hasSize(2);
        assertThat(mails)
                .extracting(mail -> String.valueOf(mail.get("subject")))
                .containsExactlyInAnyOrder("[行政复议网上服务] " + number + " 行政复议申请已收到", "[行政复议网上服务] " + number + " 有新的文书");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(String.valueOf(mail.get("body_text")) + mail.get("body_html"))
                    .contains(number, "/portal/track")
                    .doesNotContain("柳青禾", "住建罚字", "补正");
            assertThat(String.valueOf(mail.get("to_name"))).isEmpty();
        });

        service.withdrawConsent(walk.id());
        service.consent(walk.id(), "13900005678");
        service.received(walk.id());
        assertThat(jdbc.queryForObject(
                        "select count(*) from alert_mail where to_address in ('liu@example.cn', '13900005678')",
                        Integer.class))
                .isEqualTo(2);
    }

    private Visitor found(ReviewCase walk) throws Exception {
        Visitor visitor = new Visitor(port);
        String token = Visitor.tokenOf(visitor.get("/portal/track").body());
        visitor.post(
                "/portal/track",
                Map.of("number", walk.file().registerNo(), "code", walk.file().queryCode(), "_csrf", token));
        return visitor;
    }

    private ReviewCase sent(boolean consents) {
        Map<String, String> answers = PortalCase.answers();
        if (consents) {
            answers.put("electronicService", "true");
            answers.put("serviceAddress", "liu@example.cn");
        }
        Applications.Receipt receipt = PortalCase.sent(context, answers);
        return ReviewCase.of(
                context, cases.byQueryCode(receipt.code()).orElseThrow().id());
    }

    /** The correction notice is issued and served today. */
    private ReviewCase askedToCorrect(boolean consents) {
        ReviewCase walk = sent(consents)
                .complete("review-officer", "userTask_reviewAcceptance", ReviewCase.correction())
                .complete("unit-head", "userTask_approveCorrection", Map.of("result", "APPROVE", "opinion", "同意补正。"))
                .complete("intake-clerk", "userTask_issueCorrection", Map.of("copies", 2, "sealKeeper", "赵敏"));
        if (!consents) {
            walk.serve("correction-notice");
        }
        return walk.complete("intake-clerk", "userTask_serveCorrection", Map.of());
    }

    private void day(int dayOfMarch) {
        StoryDay.set(context, StoryDay.MORNING.plusSeconds((dayOfMarch - 2) * 24L * 3600));
    }
}
