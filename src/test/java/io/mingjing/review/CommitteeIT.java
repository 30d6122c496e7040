package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.ApprovalSlips;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.review.CommitteeMembers.NewMember;
import io.mingjing.review.Consultation.State;
import io.mingjing.review.ConsultationDuty.Reason;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Consulting the review committee from the duty to the slip of the decision (行政复议法 art. 52; 实施条例 art. 52). */
@IntegrationTest
class CommitteeIT {

    private static final String OFFICER = "review-officer";
    private static final String OPINION = "委员一致认为处罚程序违法，建议撤销。";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CommitteeConsultations consultations;

    @Autowired
    private CommitteeMembers members;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Parties parties;

    @Autowired
    private Attachments attachments;

    @Autowired
    private ApprovalSlips slips;

    @Autowired
    private Letters letters;

    @Autowired
    private Worklist worklist;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void aMajorCaseIsNotDraftedBeforeTheCommitteeAnsweredAndTheSlipTellsWhyItIsNotFollowed() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        assertThat(consultations.duty(review.id()).compulsory()).isFalse();
        consultations.find(review.id(), List.of("MAJOR"), "涉案人数多、社会关注度高。", review.actor(OFFICER));
        assertThat(consultations.duty(review.id()).reasons()).containsExactly(new Reason("MAJOR", "L52_2_1"));
        refused("COMMITTEE_MISSING", 1, () -> draft(review));

        propose(review, List.of("SPECIALISED"));
        refused("CONSULTATION_COMPULSORY", 1, () -> approve(review, "REFUSE"));
        approve(review, "CONSULT");
        refused("CONSULTATION_UNDER_WAY_DRAFT", null, () -> consultations.requireConsulted(review.id()));
        String mayor = member(review, "郑文博", "盛阳大学法学院");
        String second = member(review, "程立", "盛阳市律师协会");
        member(review, "方志明", respondent(review));
        refusedField("MEMBER_UNKNOWN", () -> invite(review, "无此人"));
        refusedField("MEMBER_TIED", () -> invite(review, "郑文博、方志明"));
        invite(review, mayor + "、" + second);

        review.attach(OFFICER, "userTask_recordCommitteeOpinion", "委员签名页");
        refusedField("NOT_INVITED", () -> record(review, "方志明", 1, 0));
        refusedField("VOTES_MISMATCH", () -> record(review, "郑文博、程立", 1, 0));
        refusedField("DIFFERENCES_MISSING", () -> record(review, "郑文博、程立", 1, 1));
        record(review, "郑文博、程立", 2, 0);

        assertThat(consultations.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(State.GIVEN);
                    assertThat(each.compulsory()).isTrue();
                    assertThat(each.groundList()).containsExactly("MAJOR", "SPECIALISED");
                    assertThat(each.members()).isEqualTo("郑文博、程立");
                    assertThat(each.keptOut()).contains("方志明（" + respondent(review));
                });
        assertThat(attachments.of(review.id(), review.actor(OFFICER)))
                .filteredOn(file -> file.label().equals("委员签名页") || file.label().equals(CommitteeConsultations.PAPER))
                .hasSize(2)
                .allMatch(file -> file.part() == FilePart.SECONDARY);
        assertThat(attachments.of(review.id(), review.actor("organ-contact")))
                .extracting(Attachment::label)
                .doesNotContain("委员签名页", CommitteeConsultations.PAPER);
        assertThat(consultations.of(review.id(), review.actor("organ-contact"))).isEmpty();

        refused("COMMITTEE_UNANSWERED", null, () -> draft(review));
        Map<String, Object> draft = ReviewCase.revocation();
        draft.put("committeeAdoption", "REJECTED");
        refusedField("REQUIRED", () -> review.complete(OFFICER, "userTask_draftDecision", draft));
        draft.put("committeeExplanation", "合议认为程序瑕疵不影响结果。");
        review.complete(OFFICER, "userTask_draftDecision", draft);

        String letter = letters.current(review.id(), "decision").orElseThrow().id();
        assertThat(text(slips.print(letter, review.actor("unit-head"))))
                .contains("行政复议委员会咨询意见", OPINION, "不采纳", "合议认为程序瑕疵不影响结果。");
        Visitor head = new Visitor(port);
        head.signIn("unit-head", DemoPeople.PASSWORD);
        String task = review.task("userTask_unitHeadReview").id();
        worklist.claim(task, review.actor("unit-head"));
        assertThat(head.get("/tasks/" + task).body()).contains(OPINION, "合议认为程序瑕疵不影响结果。");
        assertThat(head.get("/cases/" + review.id() + "/committee").body())
                .contains("应当咨询", "第五十二条第二款第（一）项", "郑文博、程立", "登记采纳情况");
    }

    @Test
    void theViewOfTheUnitObligesOnceTheHeadAgreesAndOnlyTheHeadTakesAFindingBack() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        refused(
                "UNIT_HEAD_ONLY",
                null,
                () -> consultations.find(review.id(), List.of("NEEDED"), "有必要。", review.actor(OFFICER)));
        refused(
                "NOT_HANDLER",
                null,
                () -> consultations.find(review.id(), List.of("MAJOR"), "重大。", review.actor("review-officer-2")));
        refusedField(
                "NOT_AN_OPTION",
                () -> consultations.find(review.id(), List.of("OWN_ACT"), "重大。", review.actor(OFFICER)));
        propose(review, List.of("NEEDED"));
        refused(
                "CONSULTATION_UNDER_WAY",
                null,
                () -> consultations.propose(review.id(), List.of(), "再问", "材料", review.actor(OFFICER)));
        assertThat(consultations.duty(review.id()).reasons()).containsExactly(new Reason("NONE", "L52_2"));
        approve(review, "REFUSE");
        assertThat(consultations.duty(review.id()).compulsory()).isFalse();
        assertThat(review.open()).doesNotContain("userTask_inviteMembers");

        propose(review, List.of("NEEDED"));
        approve(review, "CONSULT");
        assertThat(consultations.duty(review.id()).reasons()).containsExactly(new Reason("NEEDED", "L52_2_4"));
        refused(
                "UNIT_HEAD_ONLY",
                null,
                () -> consultations.find(review.id(), List.of(), "不再需要。", review.actor(OFFICER)));
        consultations.find(review.id(), List.of(), "案情已经查明，不再需要。", review.actor("unit-head"));
        assertThat(consultations.duty(review.id()).compulsory()).isFalse();
        assertThat(consultations.of(review.id(), review.actor(OFFICER)))
                .extracting(Consultation::state)
                .containsExactly(State.REFUSED, State.APPROVED);
    }

    @Test
    void manyApplicantsAndAGovernmentReviewingItsOwnActOblige() {
        ReviewCase many = ReviewCase.registered(context);
        for (int i = 0; i < 10; i++) {
            parties.add(many.id(), NewParty.person(PartyRole.APPLICANT, "商户" + i), many.actor("intake-clerk"));
        }
        assertThat(consultations.duty(many.id()).reasons()).containsExactly(new Reason("MAJOR", "L52_2_1"));

        ReviewCase own = ReviewCase.registered(
                context, Map.of("respondentOrgan", many.file().governmentId()));
        assertThat(consultations.duty(own.id()).reasons()).containsExactly(new Reason("OWN_ACT", "L52_2_3"));
    }

    @Test
    void anOptionalOpinionIsAnsweredTooAndMayBeAnsweredBesideTheDraft() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        refused(
                "COMMITTEE_NO_OPINION",
                null,
                () -> consultations.answer(review.id(), "ADOPTED", null, review.actor(OFFICER)));
        propose(review, List.of());
        approve(review, "CONSULT");
        member(review, "郑文博", "盛阳大学法学院");
        invite(review, "郑文博");
        review.complete(
                OFFICER,
                "userTask_recordCommitteeOpinion",
                Map.of("opinionAnswer", "POSTPONED", "opinionRemark", "委员出差。"));
        assertThat(review.open()).contains("userTask_inviteMembers");
        invite(review, "郑文博");
        record(review, "郑文博", 1, 0);
        refusedField(
                "EXPLAIN_COMMITTEE", () -> consultations.answer(review.id(), "PARTLY", " ", review.actor(OFFICER)));
        consultations.answer(review.id(), "ADOPTED", null, review.actor(OFFICER));
        review.to(Step.DRAFTED);
        assertThat(consultations.given(review.id()).orElseThrow().adoption()).isEqualTo("ADOPTED");
    }

    @Test
    void aWithdrawnCaseStopsItsConsultation() {
        ReviewCase review = ReviewCase.acceptedAbout(context, "住建罚字〔2026〕72号行政处罚决定");
        propose(review, List.of());
        approve(review, "CONSULT");
        procedures.start(
                review.id(),
                "withdrawal",
                Map.of(
                        "requestedOn", "2026-03-02",
                        "requestWay", "WRITTEN",
                        "statedReason", "与被申请人达成和解。",
                        "settled", "true",
                        "voluntary", "true",
                        "voluntariness", "经电话核实，撤回系申请人真实意思。"),
                null,
                review.actor(OFFICER));
        review.complete("unit-head", "userTask_reviewWithdrawal", Map.of("result", "APPROVE", "opinion", "同意。"));
        review.complete("organ-head", "userTask_signWithdrawal", Map.of("result", "APPROVE", "opinion", "同意。"));
        assertThat(consultations.of(review.id(), review.actor(OFFICER)))
                .extracting(Consultation::state)
                .containsExactly(State.STOPPED);
        assertThat(review.open()).doesNotContain("userTask_inviteMembers");
        assertThat(procedures.running(review.id(), "committee")).isFalse();
    }

    @Test
    void theRegisterIsKeptByAdministratorsOnly() throws Exception {
        ReviewCase review = ReviewCase.registered(context);
        String government = review.file().governmentId();
        refused("ADMIN_ONLY_COMMITTEE", null, () -> members.of(government, review.actor("unit-head")));
        CommitteeMember entered =
                members.add(new NewMember(government, "姚远", "盛阳市规划设计院", "高级工程师", "城乡规划"), review.actor("admin"));
        refused(
                "MEMBER_EXISTS",
                "姚远",
                () -> members.add(new NewMember(government, "姚远", "盛阳市规划设计院", null, "规划"), review.actor("admin")));
        members.activate(entered.id(), false, review.actor("admin"));
        assertThat(members.candidates(review.id()))
                .noneMatch(each -> each.member().name().equals("姚远"));

        Visitor admin = new Visitor(port);
        admin.signIn("admin", DemoPeople.PASSWORD);
        String page = admin.get("/admin/committee").body();
        assertThat(page).contains("姚远", "恢复任职", "登记委员");
        Map<String, String> fields = new HashMap<>(Map.of(
                "governmentId", government,
                "name", "",
                "organization", "某单位",
                "expertise", "税务",
                "_csrf", Visitor.tokenOf(page)));
        assertThat(admin.post("/admin/committee", fields).statusCode()).isEqualTo(422);
        fields.put("name", "钱税");
        assertThat(admin.post("/admin/committee", fields).statusCode()).isEqualTo(302);
        assertThat(admin.basic(
                                "/api/v1/committee-members?governmentId=" + government,
                                "admin",
                                DemoPeople.PASSWORD,
                                "zh-CN")
                        .body())
                .contains("钱税");
        assertThat(admin.basic("/api/v1/cases/" + review.id() + "/committee", OFFICER, DemoPeople.PASSWORD, "zh-CN")
                        .body())
                .contains("\"compulsory\":false", "L52_2");
        assertThat(admin.basic("/api/v1/cases/" + review.id() + "/committee", "admin", DemoPeople.PASSWORD, "zh-CN")
                        .statusCode())
                .isEqualTo(404);
    }

    private String respondent(ReviewCase review) {
        return parties.of(review.id(), PartyRole.RESPONDENT).get(0).name();
    }

    private String member(ReviewCase review, String name, String organization) {
        boolean there = members.candidates(review.id()).stream()
                .anyMatch(each -> each.member().name().equals(name));
        if (!there) {
            members.add(
                    new NewMember(review.file().governmentId(), name, organization, null, "行政法"),
                    review.actor("admin"));
        }
        return name;
    }

    private void propose(ReviewCase review, List<String> grounds) {
        procedures.start(
                review.id(),
                "committee",
                Map.of(
                        "consultationGrounds", grounds,
                        "consultationQuestions", "处罚程序是否违法？",
                        "consultationDocuments", "案件审理报告；处罚卷宗。"),
                null,
                review.actor(OFFICER));
    }

    private static void approve(ReviewCase review, String answer) {
        review.complete(
                "unit-head",
                "userTask_approveConsultation",
                Map.of("consultingAnswer", answer, "consultingOpinion", "按此办理。"));
    }

    private static void invite(ReviewCase review, String names) {
        review.complete(
                OFFICER,
                "userTask_inviteMembers",
                Map.of(
                        "consultationManner", "MEETING",
                        "memberNames", names,
                        "plannedOn", "2026-03-02",
                        "consultationPlace", "市司法局会议室"));
    }

    private static void record(ReviewCase review, String names, int votesFor, int votesAgainst) {
        review.complete(
                OFFICER,
                "userTask_recordCommitteeOpinion",
                Map.of(
                        "opinionAnswer", "GIVEN",
                        "opinionOn", "2026-03-02",
                        "attendedNames", names,
                        "votesFor", votesFor,
                        "votesAgainst", votesAgainst,
                        "abstentions", 0,
                        "committeeOpinion", OPINION));
    }

    private static void draft(ReviewCase review) {
        review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation());
    }

    private static String text(byte[] docx) throws Exception {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }

    private static void refused(String code, @org.jspecify.annotations.Nullable Object arg, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            if (arg != null) {
                assertThat(refusal.args()).contains(arg);
            }
        });
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(
                                        error -> Objects.requireNonNull(error).code())
                                .contains(code));
    }
}
