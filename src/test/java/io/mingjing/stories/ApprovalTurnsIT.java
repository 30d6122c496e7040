package io.mingjing.stories;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.PaperRecord;
import io.mingjing.casefile.Submission;
import io.mingjing.casefile.TaskForm;
import io.mingjing.document.Approval;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterState;
import io.mingjing.document.Letters;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** The turns an approval may take: agreed on paper, returned, overtaken by another outcome. */
@IntegrationTest
class ApprovalTurnsIT {

    @Autowired
    private People people;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseTasks tasks;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Timekeeper time;

    @Autowired
    private Clock clock;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcTemplate jdbc;

    private String caseId = "";

    @BeforeEach
    void registered() {
        caseId = intakes.start("administrativeReview", application(), null, actor("intake-clerk"))
                .id();
    }

    @Test
    void aPaperApprovalThatIsConfirmedCompletesTheStep() {
        hand("review-officer", proposal("ACCEPT"));
        TaskItem approval = open();
        LocalDate today = LocalDate.now(clock);
        confirm(record("acceptance-notice", Role.UNIT_HEAD));
        assertThat(open().id()).as("one letter is still to be agreed to").isEqualTo(approval.id());

        Approval second = record("reply-notice", Role.UNIT_HEAD);
        refused("PAPER_SAME_PERSON", () -> letters.confirmPaperApproval(second.id(), actor("intake-clerk")));
        assertThat(open().id()).isEqualTo(approval.id());
        confirm(second);

        assertThat(open().definitionKey()).isEqualTo("userTask_issueAcceptance");
        assertThat(cases.keyDate(caseId, "accepted")).contains(today);
        TaskItem done = worklist.get(approval.id(), actor("unit-head"));
        assertThat(done.open()).isFalse();
        assertThat(done.closedByName())
                .isEqualTo(people.findByLogin("review-officer").orElseThrow().name());
        Submission submission = submissionOf(approval.id());
        assertThat(submission.values()).containsEntry("result", "APPROVE").containsEntry("opinion", "可");
        assertThat(PaperRecord.of(submission))
                .containsExactly(new PaperRecord(
                        "纪怀远",
                        today,
                        "可",
                        people.findByLogin("intake-clerk").orElseThrow().name(),
                        people.findByLogin("review-officer").orElseThrow().name()));
        assertThat(logged("casefile.taskTakenFromPaper")).isEqualTo(1);
        assertThat(logged("review.accepted")).isEqualTo(1);
    }

    @Test
    void whatTheNextStepRefusesLeavesThePaperUnconfirmed() {
        hand("review-officer", proposal("ACCEPT"));
        TaskItem approval = open();
        confirm(record("acceptance-notice", Role.UNIT_HEAD));
        Approval second = record("reply-notice", Role.UNIT_HEAD);
        Map<String, Object> review = jdbc.queryForMap("select * from review_case where case_id = ?", caseId);
        jdbc.update("delete from review_case where case_id = ?", caseId); // so that the area refuses to accept
        try {
            refused("CASE_NOT_FOUND", () -> confirm(second));
        } finally {
            new SimpleJdbcInsert(jdbc).withTableName("review_case").execute(review);
        }

        assertThat(open().id()).isEqualTo(approval.id());
        assertThat(letters.current(caseId, "reply-notice").orElseThrow().state())
                .isEqualTo(LetterState.DRAFT);
        assertThat(letters.approvals(second.letterId()))
                .singleElement()
                .satisfies(one -> assertThat(one.awaitsConfirmation()).isTrue());
        assertThat(cases.keyDate(caseId, "accepted")).isEmpty();
        assertThat(logged("casefile.taskTakenFromPaper")).isZero();
    }

    @Test
    void bothLevelsOfARefusalMayAgreeOnPaperOneAfterTheOther() {
        hand("review-officer", proposal("REFUSE"));
        confirm(record("refusal", Role.UNIT_HEAD));
        assertThat(open().definitionKey()).isEqualTo("userTask_signRefusal");

        confirm(record("refusal", Role.ORGAN_HEAD));

        assertThat(open().definitionKey()).isEqualTo("userTask_issueRefusal");
        assertThat(letters.current(caseId, "refusal").orElseThrow().state()).isEqualTo(LetterState.APPROVED);
    }

    @Test
    void aReturnedDraftOpensWithWhatWasHandedInAndWhyItCameBack() {
        hand("review-officer", proposal("ACCEPT"));
        String head = people.findByLogin("unit-head").orElseThrow().name();
        hand("unit-head", Map.of("result", "RETURN", "opinion", "联系人电话有误，请核对。"));

        TaskForm form = form("review-officer");
        assertThat(form.values())
                .containsEntry("acceptance", "ACCEPT")
                .containsEntry("contact", "周明远 024-0000018")
                .containsEntry("conditionInScope", "YES");
        assertThat(form.returned()).isNotNull().satisfies(returned -> {
            assertThat(returned.byName()).isEqualTo(head);
            assertThat(returned.reason()).isEqualTo("联系人电话有误，请核对。");
            assertThat(returned.taskKey()).isEqualTo("userTask_approveAcceptance");
        });

        tasks.saveDraft(form.task().taskId(), Map.of("contact", "周明远 024-0000019"), actor("review-officer"));
        assertThat(form("review-officer").values()).containsEntry("contact", "周明远 024-0000019");
        hand("review-officer", proposal("ACCEPT"));
        TaskForm judged = form("unit-head");
        assertThat(judged.values()).as("judged anew").doesNotContainKeys("result", "opinion");
        assertThat(judged.returned()).isNull();
    }

    @Test
    void draftsForAnotherOutcomeAreVoidedAndNeverIssued() {
        hand("review-officer", proposal("ACCEPT"));
        hand("unit-head", Map.of("result", "RETURN", "opinion", "已经超过申请期限。"));
        List<Letter> before = letters.of(caseId);

        TaskItem task = take("review-officer");
        assertThat(tasks.plan(task.id(), proposal("REFUSE"), actor("review-officer")))
                .containsExactly(
                        Consequence.of("letterSuperseded", "行政复议申请受理通知书"),
                        Consequence.of("letterSuperseded", "提出行政复议答复通知书"),
                        Consequence.of("letterDrafted", "不予受理决定书"));
        hand("review-officer", proposal("REFUSE"));

        assertThat(letters.of(caseId))
                .extracting(Letter::type, Letter::state, Letter::number)
                .containsExactlyInAnyOrder(
                        tuple("acceptance-notice", LetterState.VOID, null),
                        tuple("reply-notice", LetterState.VOID, null),
                        tuple("refusal", LetterState.DRAFT, null));
        assertThat(letters.get(before.get(0).id()).superseded()).isTrue();
        assertThat(logged("document.letterSuperseded")).isEqualTo(2);
        before.forEach(stale ->
                refused("LETTER_STATE", () -> letters.issue(stale.id(), LocalDate.now(clock), actor("intake-clerk"))));

        hand("unit-head", Map.of("result", "RETURN", "opinion", "应当先通知补正。"));
        hand("review-officer", proposal("CORRECT"));
        assertThat(letters.current(caseId, "refusal")).isEmpty();
        assertThat(letters.current(caseId, "correction-notice")).isPresent();
    }

    @Test
    void deemedAcceptanceVoidsWhatWasDraftedForARefusalAndForAnAcceptance() {
        hand("review-officer", proposal("ACCEPT"));
        Letter notice = letters.current(caseId, "acceptance-notice").orElseThrow();
        time.advanceTo(clock.instant().plus(Duration.ofDays(12)));

        assertThat(open().definitionKey()).isEqualTo("userTask_draftDeemedLetters");
        assertThat(letters.get(notice.id()).state()).isEqualTo(LetterState.VOID);
        hand(
                "review-officer",
                Map.of(
                        "matter", "住建罚字〔2026〕7号行政处罚决定",
                        "contact", "周明远 024-0000018",
                        "lapseReason", "承办人出差，未及时审查。"));
        Letter anew = letters.current(caseId, "acceptance-notice").orElseThrow();
        assertThat(anew.id()).isNotEqualTo(notice.id());
        assertThat(letters.fields(anew.id())).containsEntry("deemedAccepted", true);
    }

    @Test
    void theConsequencesNameTheLengthThatTheCatalogueKnows() {
        hand("review-officer", proposal("ACCEPT"));
        TaskItem approval = take("unit-head");

        List<String> texts = tasks
                .plan(
                        approval.id(),
                        Map.of(
                                "result",
                                "APPROVE",
                                "opinion",
                                "同意受理。",
                                "acceptedOn",
                                LocalDate.now(clock).toString()),
                        actor("unit-head"))
                .stream()
                .map(one -> messages.getMessage(
                        "consequence." + one.code(), one.args().toArray(), Locale.SIMPLIFIED_CHINESE))
                .toList();

        assertThat(texts).anyMatch(text -> text.endsWith("将申请书副本送达被申请人（7个工作日）。"));
        assertThat(texts).anyMatch(text -> text.endsWith("作出复议决定（60日）。"));
    }

    private Approval record(String type, Role level) {
        String scan = attachments
                .store(
                        caseId,
                        null,
                        "审批单",
                        FilePart.SECONDARY,
                        "审批单.pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        actor("intake-clerk"))
                .id();
        return letters.recordPaperApproval(
                letters.current(caseId, type).orElseThrow().id(),
                level,
                "纪怀远",
                LocalDate.now(clock),
                "可",
                scan,
                actor("intake-clerk"));
    }

    private void confirm(Approval approval) {
        letters.confirmPaperApproval(approval.id(), actor("review-officer"));
    }

    private TaskItem open() {
        List<TaskItem> open = worklist.openOfCase(caseId);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private TaskItem take(String login) {
        return worklist.claim(open().id(), actor(login));
    }

    private void hand(String login, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        worklist.complete(take(login).id(), all, actor(login));
    }

    private TaskForm form(String login) {
        return tasks.form(take(login).id(), actor(login));
    }

    private Submission submissionOf(String taskId) {
        return tasks.submissions(caseId, actor("unit-head")).stream()
                .filter(submission -> taskId.equals(submission.taskId()))
                .findFirst()
                .orElseThrow();
    }

    private int logged(String kind) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where case_id = ? and kind = ?", Integer.class, caseId, kind);
        return count == null ? 0 : count;
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    private Map<String, Object> application() {
        return Map.ofEntries(
                Map.entry("receivedOn", LocalDate.now(clock).toString()),
                Map.entry("channel", "COUNTER"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("applicantName", "吴𠮷祥"),
                Map.entry("applicantPhone", "13900004321"),
                Map.entry("applicantAddress", "盛阳市和安区槐荫路18号"),
                Map.entry(
                        "respondentOrgan",
                        people.findByLogin("organ-contact").orElseThrow().organId()),
                Map.entry("actKind", "PENALTY"),
                Map.entry("actName", "住建罚字〔2026〕7号行政处罚决定"),
                Map.entry("requests", "请求撤销该处罚决定。"),
                Map.entry("reasons", "处罚前没有告知。"));
    }

    private static Map<String, Object> proposal(String acceptance) {
        return switch (acceptance) {
            case "ACCEPT" -> ReviewCase.acceptance();
            case "CORRECT" -> ReviewCase.correction();
            default -> ReviewCase.refusal();
        };
    }
}
