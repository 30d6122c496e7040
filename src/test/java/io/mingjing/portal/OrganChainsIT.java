package io.mingjing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.People;
import io.mingjing.review.Evidence;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** How an organ makes its reply: given out, written, signed, handed in; and what others see of it until then. */
@IntegrationTest
class OrganChainsIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private OrganChains chains;

    @Autowired
    private OrganMatters matters;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void aReplyIsGivenOutWrittenSignedAndHandedInWithItsEvidence() {
        ReviewCase walk = ReviewCase.registered(context).to(ReviewCase.Step.COPIED);
        String task = walk.task("userTask_submitReply").id();
        Actor contact = walk.actor("organ-contact");
        Actor handler = member("organ-staff", "孙立");
        Actor head = member("organ-staff-2", "林国栋");

        chains.assign(task, handler.userId(), "请于本周内拟好答复。", contact);
        assertThat(chains.mine(handler)).extracting(OrganChains.Line::taskId).contains(task);
        assertThat(chains.form(task, handler).form().fields()).isNotEmpty();
        Map<String, Object> values = new HashMap<>(ReviewCase.reply());
        values.put("evidenceList", "");
        chains.save(task, values, handler);
        chains.addEvidence(task, "现场检查笔录", "违法事实", 3, "笔录.pdf", new ByteArrayInputStream(PortalCase.pdf()), handler);
        assertNothingIsSeen(walk, task);

        assertThatThrownBy(() -> chains.forward(task, handler.userId(), "", handler))
                .hasMessageContaining("SIGNER_IS_HANDLER");
        assertThatThrownBy(() -> chains.submit(task, contact)).hasMessageContaining("CHAIN_STATE");
        chains.forward(task, head.userId(), "请审签。", handler);
        assertThatThrownBy(() -> chains.save(task, values, handler)).hasMessageContaining("CHAIN_STATE");
        assertThatThrownBy(() -> chains.sign(task, true, "", handler)).hasMessageContaining("NOT_SIGNER");
        assertThatThrownBy(() -> chains.sign(task, false, " ", head)).isInstanceOf(Refusal.class);
        chains.sign(task, false, "补充法律依据。", head);
        chains.forward(task, head.userId(), "已补充。", handler);
        chains.sign(task, true, "同意报送。", head);
        assertNothingIsSeen(walk, task);
        assertThatThrownBy(() -> chains.submit(task, head)).hasMessageContaining("NOT_ALLOWED");

        chains.submit(task, contact);

        assertThat(context.getBean(Reviews.class).get(walk.id()).repliedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(walk.open()).contains("userTask_hearViews");
        assertThat(context.getBean(Attachments.class).of(walk.id(), walk.actor("review-officer")))
                .extracting(Attachment::label)
                .contains("现场检查笔录");
        assertThat(context.getBean(io.mingjing.casefile.CaseTasks.class)
                        .submissions(walk.id(), walk.actor("review-officer")))
                .filteredOn(submission -> submission.taskKey().equals("userTask_submitReply"))
                .singleElement()
                .satisfies(submission ->
                        assertThat(submission.values().get("evidenceList")).isEqualTo("1. 现场检查笔录（3页）：违法事实"));
        assertThat(context.getBean(Evidence.class).of(walk.id(), walk.actor("review-officer")))
                .singleElement()
                .satisfies(exhibit -> {
                    assertThat(exhibit.partyRole()).isEqualTo(PartyRole.RESPONDENT);
                    assertThat(exhibit.title()).isEqualTo("现场检查笔录");
                    assertThat(exhibit.pages()).isEqualTo(3);
                    assertThat(exhibit.late()).isFalse();
                    assertThat(exhibit.attachmentId()).isNotNull();
                });
        assertThatThrownBy(() -> chains.view(task, handler)).hasMessageContaining("TASK_GONE");
    }

    @Test
    void anAnswerToAnOpinionLetterAndAReportOfPerformanceGoTheSameWayAndTheirPapersAreNoEvidence() {
        ReviewCase walk = ReviewCase.registered(context).to(ReviewCase.Step.SERVED);
        Actor officer = walk.actor("review-officer");
        Procedures procedures = context.getBean(Procedures.class);
        procedures.start(
                walk.id(),
                "reviewOpinion",
                Map.of("opinionFacts", "未告知权利。", "opinionDemands", "完善告知制度。"),
                null,
                officer);
        issued(walk, "Opinion", "opinion-letter");
        throughTheOrgan(walk, "userTask_answerOpinion", Map.of("answerText", "已完善告知制度。", "answerPerson", "林国栋"), true);
        assertThat(walk.open()).contains("userTask_reviewAnswer");

        procedures.start(
                walk.id(),
                "performanceOrder",
                Map.of("performed", "OPINION", "unperformed", "未报告。", "orderLength", "7", "orderUnit", "WORKING_DAY"),
                null,
                officer);
        issued(walk, "PerformanceOrder", "performance-order");
        throughTheOrgan(
                walk,
                "userTask_reportPerformance",
                Map.of("performanceText", "已经履行。", "performedOn", "2026-03-02"),
                true);
        assertThat(walk.open()).contains("userTask_checkPerformance");

        assertThat(context.getBean(Evidence.class).of(walk.id(), officer))
                .noneMatch(exhibit -> exhibit.title().equals("整改材料"));
        assertThat(context.getBean(Attachments.class).of(walk.id(), officer))
                .extracting(Attachment::label)
                .filteredOn("整改材料"::equals)
                .hasSize(2);
    }

    @Test
    void aSupervisionOrderIsSignedForByTheContactAndItsReplyIsSignedInsideTheOrgan() {
        Actor supervisor = ReviewCase.of(context, "").actor("supervisor");
        Map<String, Object> light = new HashMap<>();
        light.put(
                "responsibleOrgan",
                people.findByLogin("organ-contact").orElseThrow().organId());
        light.put("subject", "机关内办理的督办事项");
        light.put("trigger", "NON_APPEARANCE");
        light.put("redOn", "2026-03-02");
        light.put("sourceCase", "（2026）盛01行初52号");
        light.put("facts", "负责人未出庭。");
        ReviewCase walk = ReviewCase.of(
                context,
                context.getBean(Intakes.class)
                        .start("supervisionOrder", light, null, supervisor)
                        .id());
        Map<String, Object> order = new HashMap<>();
        order.put("subject", "机关内办理的督办事项");
        order.put("urgency", "ORDINARY");
        order.put("facts", "负责人未出庭。");
        order.put("basis", "行政诉讼法第三条第三款");
        order.put("requirements", "查明原因并报送整改情况。");
        order.put("replyLength", "5");
        order.put("replyUnit", "WORKING_DAY");
        order.put("contact", "韩冬梅 024-0000031");
        walk.complete("supervisor", "userTask_draftOrder", order)
                .complete("unit-head", "userTask_approveOrder", Map.of("result", "APPROVE", "opinion", "同意。"))
                .complete("supervisor", "userTask_issueOrder", Map.of("copies", 2, "sealKeeper", "何静怡"));
        Letter letter = context.getBean(Letters.class)
                .current(walk.id(), "supervision-order")
                .orElseThrow();
        Actor contact = walk.actor("organ-contact");
        assertThat(matters.letters(contact))
                .extracting(OrganMatters.LetterLine::letterId)
                .contains(letter.id());
        matters.signFor(letter.id(), contact);
        walk.complete("supervisor", "userTask_serveOrder", Map.of())
                .complete(
                        "organ-contact",
                        "userTask_signOrder",
                        Map.of("signedBy", "孙立", "signedOn", "2026-03-02", "assignedTo", "法规科"));

        Map<String, Object> reply = new HashMap<>();
        reply.put("causeCode", "COORDINATION");
        reply.put("causeText", "开庭通知转办不及时。");
        reply.put("measures", "建立当日登记转办制度。");
        reply.put("personResponsible", "孙立");
        reply.put("personInCharge", "林国栋");
        reply.put("contactPhone", "024-0000025");
        throughTheOrgan(walk, "userTask_replyOrder", reply, true);

        assertThat(walk.open()).containsExactly("userTask_reviewReply");
        assertThat(context.getBean(Attachments.class).of(walk.id(), supervisor))
                .extracting(Attachment::label)
                .contains("整改材料");
    }

    /** 分办, 办理, 审签, 报送; on the way nobody outside the organ sees anything of it. */
    private void throughTheOrgan(ReviewCase walk, String taskKey, Map<String, Object> values, boolean withPaper) {
        String task = walk.task(taskKey).id();
        Actor contact = walk.actor("organ-contact");
        Actor handler = member("organ-staff", "孙立");
        Actor head = member("organ-staff-2", "林国栋");
        assertThat(matters.tasks(contact))
                .extracting(matter -> matter.task().id())
                .contains(task);
        chains.assign(task, handler.userId(), "请办理。", contact);
        chains.save(task, values, handler);
        if (withPaper) {
            chains.addEvidence(task, "整改材料", "整改情况", 2, "整改.pdf", new ByteArrayInputStream(PortalCase.pdf()), handler);
        }
        chains.forward(task, head.userId(), "请审签。", handler);
        assertThatThrownBy(() -> chains.submit(task, contact)).hasMessageContaining("CHAIN_STATE");
        chains.sign(task, true, "同意报送。", head);
        assertThatThrownBy(() -> chains.view(task, walk.actor("unit-head"))).hasMessageContaining("TASK_GONE");
        chains.submit(task, contact);
    }

    private static void issued(ReviewCase walk, String steps, String letter) {
        Map<String, Object> yes = Map.of("result", "APPROVE", "opinion", "同意。");
        walk.complete("unit-head", "userTask_review" + steps, yes)
                .complete("organ-head", "userTask_sign" + steps, yes)
                .complete("gov-office", "userTask_issue" + steps, ReviewCase.issue())
                .serve(letter)
                .complete("intake-clerk", "userTask_serve" + steps, Map.of());
    }

    /** Neither the bureau nor another organ, and a member only what was given to that person. */
    private void assertNothingIsSeen(ReviewCase walk, String task) {
        assertThat(context.getBean(Attachments.class).of(walk.id(), walk.actor("review-officer")))
                .extracting(Attachment::label)
                .doesNotContain("现场检查笔录");
        assertThatThrownBy(() -> chains.view(task, walk.actor("review-officer")))
                .hasMessageContaining("TASK_GONE");
        assertThatThrownBy(() -> chains.view(task, walk.actor("organ-contact-2")))
                .hasMessageContaining("TASK_GONE");
        assertThatThrownBy(() -> chains.view(task, member("organ-staff-9", "路人")))
                .hasMessageContaining("TASK_GONE");
        assertThat(jdbc.queryForObject("select content from portal_chain where task_id = ?", String.class, task))
                .doesNotContain("事实清楚");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where case_id = ? and kind like 'portal.chain%'",
                        Integer.class, walk.id()))
                .isZero();
    }

    @Test
    void aMemberOfAnOrganSeesNoCase() throws Exception {
        ReviewCase walk = ReviewCase.registered(context).to(ReviewCase.Step.COPIED);
        Actor handler = member("organ-staff", "孙立");
        chains.assign(walk.task("userTask_submitReply").id(), handler.userId(), "", walk.actor("organ-contact"));

        assertThatThrownBy(() -> context.getBean(Cases.class).get(walk.id(), handler))
                .hasMessageContaining("CASE_NOT_FOUND");
        assertThatThrownBy(() -> matters.tasks(handler)).hasMessageContaining("NOT_ALLOWED");
    }

    @Test
    void theContactSeesWhatIsAddressedAndSignsForALetter() {
        ReviewCase walk = ReviewCase.registered(context)
                .to(ReviewCase.Step.ACCEPTED)
                .complete("intake-clerk", "userTask_issueAcceptance", Map.of("copies", 2, "sealKeeper", "赵敏"));
        Actor contact = walk.actor("organ-contact");
        Letters letters = context.getBean(Letters.class);
        Letter notice = letters.current(walk.id(), "reply-notice").orElseThrow();
        assertThat(matters.letters(contact))
                .filteredOn(line -> line.caseId().equals(walk.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.servedOn()).isNull());
        assertThatThrownBy(() -> matters.signFor(notice.id(), walk.actor("organ-contact-2")))
                .hasMessageContaining("LETTER_NOT_FOUND");

        matters.signFor(notice.id(), contact);

        assertThat(letters.allServed(notice.id())).isTrue();
        assertThat(context.getBean(Cases.class).keyDate(walk.id(), "copyServed"))
                .contains(LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> matters.signFor(notice.id(), contact)).hasMessageContaining("SERVED_ALREADY");
        walk.serve("acceptance-notice").complete("intake-clerk", "userTask_serveAcceptance", Map.of());
        assertThat(matters.tasks(contact))
                .filteredOn(matter -> matter.task().caseId().equals(walk.id()))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.task().dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
                    assertThat(matter.state()).isNull();
                });
    }

    @Test
    void thePagesOfTheOrganAreForItsPeople() throws Exception {
        Visitor officer = new Visitor(port);
        officer.signIn("review-officer", DemoPeople.PASSWORD);
        ReviewCase walk = ReviewCase.registered(context).to(ReviewCase.Step.COPIED);
        String task = walk.task("userTask_submitReply").id();
        assertThat(officer.get("/organ/tasks/" + task).statusCode()).isEqualTo(409);
        Visitor member = new Visitor(port);
        member.signIn("organ-staff", DemoPeople.PASSWORD);
        assertThat(Visitor.target(member.get("/"))).endsWith("/organ");
        assertThat(member.get("/cases").statusCode()).isNotEqualTo(500);
        Visitor contact = new Visitor(port);
        contact.signIn("organ-contact", DemoPeople.PASSWORD);
        assertThat(contact.get("/organ").body()).contains("请最迟于 2026-03-16 提出书面答复", "送交本机关的文书");
        assertThat(contact.get("/organ/tasks/" + task).body()).contains("分办", "不经分办，直接办理");
    }

    private Actor member(String login, String name) {
        return people.findByLogin(login)
                .map(person -> people.actor(person.id()))
                .orElseGet(() -> people.actor(people.create(
                                new People.NewPerson(
                                        login,
                                        name,
                                        people.findByLogin("organ-contact")
                                                .orElseThrow()
                                                .organId(),
                                        Set.of(Role.ORGAN_STAFF),
                                        login + "@example.cn"),
                                Actor.SYSTEM)
                        .person()
                        .id()));
    }
}
