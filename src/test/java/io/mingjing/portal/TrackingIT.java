package io.mingjing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.Statements;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who knows number and code learns where the case stands; nobody else learns anything, not even by the clock. */
@IntegrationTest
@Import(Statements.class)
class TrackingIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Course course;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseLimits limits;

    @LocalServerPort
    private int port;

    @BeforeEach
    void designated() {
        StoryDay.set(context, StoryDay.MORNING);
        context.getBean(Channels.class).set(DemoPeople.CITY, true, Actor.SYSTEM);
    }

    @Test
    void numberAndCodeLeadToTheCaseHoweverTheyAreTyped() {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        String caseId = cases.byQueryCode(receipt.code()).orElseThrow().id();

        assertThat(tracking.find(receipt.number(), receipt.code(), PortalCase.address())
                        .caseId())
                .isEqualTo(caseId);
        String typed = receipt.number().replace('〔', '[').replace('〕', ')').replace("收", " 收 ");
        assertThat(tracking.find(
                                typed,
                                receipt.code()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace("-", ""),
                                PortalCase.address())
                        .caseId())
                .isEqualTo(caseId);
    }

    @Test
    void anUnknownNumberAndAWrongCodeAreOneAnswerByTheSameStatements() throws Exception {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        String wrong = "22222-33333-44444";
        // the first try of a subject makes its row, the next ones count: both are compared at their second try
        String here = PortalCase.address();
        String there = PortalCase.address();
        refusal(receipt.number(), wrong, here);
        refusal("收〔2026〕99998号", wrong, there);

        List<String> known = Statements.of(() -> refusal(receipt.number(), wrong, here));
        List<String> unknown = Statements.of(() -> refusal("收〔2026〕99998号", wrong, there));

        assertThat(unknown).isEqualTo(known).isNotEmpty();
        assertThat(refusal(receipt.number(), wrong, here).getMessage())
                .isEqualTo(refusal("收〔2026〕99998号", wrong, there).getMessage());
    }

    @Test
    void afterTenWrongCodesAnAddressWaitsAlsoWithTheRightOne() {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        String address = PortalCase.address();
        for (int i = 0; i < 10; i++) {
            assertThat(refusal("收〔2026〕" + (90000 + i) + "号", "22222-33333-44444", address)
                            .code())
                    .isEqualTo("TRACK_UNKNOWN");
        }
        assertThat(refusal(receipt.number(), receipt.code(), address).code()).isEqualTo("TOO_MANY_TRIES");
        assertThat(tracking.find(receipt.number(), receipt.code(), PortalCase.address())
                        .caseId())
                .isNotNull();
    }

    @Test
    void aNumberThatIsTriedFromEverywhereIsShutForAWhile() {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        for (int i = 0; i < 30; i++) {
            refusal(receipt.number(), "22222-33333-44444", PortalCase.address());
        }
        assertThat(refusal(receipt.number(), receipt.code(), PortalCase.address())
                        .code())
                .isEqualTo("TOO_MANY_TRIES");
    }

    @Test
    void thePagesSayWhatComesNextAndHideTheName() throws Exception {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/portal/track/case").statusCode()).isEqualTo(404);
        String token = Visitor.tokenOf(visitor.get("/portal/track").body());
        HttpResponse<String> refused = visitor.post(
                "/portal/track", Map.of("number", receipt.number(), "code", "22222-33333-44444", "_csrf", token));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("号码与查询码不符");

        HttpResponse<String> found = visitor.post(
                "/portal/track", Map.of("number", receipt.number(), "code", receipt.code(), "_csrf", token));

        assertThat(Visitor.target(found)).endsWith("/portal/track/case");
        String page = visitor.get("/portal/track/case").body();
        assertThat(page)
                .contains("正在审查是否受理")
                .contains("最迟于 2026-03-09 决定是否受理")
                .contains("柳**")
                .doesNotContain("柳青禾")
                .doesNotContain("13900005678")
                .doesNotContain(receipt.code());
        assertThat(visitor.get("/cases/"
                                + cases.byQueryCode(receipt.code())
                                        .orElseThrow()
                                        .id())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theCourseFollowsTheCase() {
        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());
        ReviewCase walk = ReviewCase.of(
                        context, cases.byQueryCode(receipt.code()).orElseThrow().id())
                .to(ReviewCase.Step.COPIED);

        Course.View view = course.of(walk.id());

        LocalDate today = LocalDate.of(2026, 3, 2);
        assertThat(view.past()).contains(new Course.Line("ACCEPTED", today), new Course.Line("COPIED", today));
        assertThat(view.now()).isEqualTo(new Course.Line("IS_HANDLED", null));
        assertThat(view.next()).isEqualTo(new Course.Line("NEXT_REPLY", LocalDate.of(2026, 3, 16)));

        // an appraisal: the time does not count, and nothing is said of a suspension
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(1)));
        LocalDate tuesday = today.plusDays(1);
        context.getBean(LimitActs.class)
                .pause(
                        limits.open(walk.id(), "AR-DECIDE-ORD").orElseThrow().id(),
                        new PauseOrder(tuesday, "APPRAISAL", "盛政复鉴〔2026〕1号", null, "委托鉴定。"),
                        walk.actor("unit-head"));
        assertThat(course.of(walk.id()).now()).isEqualTo(new Course.Line("IS_EXCLUDED", tuesday));
    }

    private Refusal refusal(String number, String code, String address) {
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(() -> tracking.find(number, code, address))
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
        return refused[0];
    }
}
