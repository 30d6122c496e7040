package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Catalogue;
import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.casefile.LetterRegister;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Notes;
import io.mingjing.casefile.PageCounts;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.RegisteredLetter;
import io.mingjing.document.ApprovalSlips;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterVersions;
import io.mingjing.document.Letters;
import io.mingjing.document.Paper;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Filing a review with the archive: number, pages, papers, and that nothing changes in it afterwards. */
@IntegrationTest
class ArchivesIT {

    private static final Map<String, Object> FILED =
            Map.of("retention", "Y30", "volumes", 2, "catalogueChecked", true, "note", "缺送达回证一份，已说明。");
    private static final Map<String, Object> PERFORMED =
            Map.of("performed", "YES", "performedOn", "2026-03-02", "note", "已履行。");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Archives archives;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private PageCounts pages;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Letters letters;

    @Autowired
    private ApprovalSlips slips;

    @Autowired
    private LetterVersions versions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Notes notes;

    @Autowired
    private Parties parties;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private LetterRegister register;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void aFileGetsItsNumberAndPagesInThePrescribedOrderAndIsReadOnlyFromThenOn() {
        ReviewCase review = performed();
        Actor officer = review.actor("review-officer");
        List<CatalogueEntry> main = catalogue.of(review.id(), officer).stream()
                .filter(entry -> entry.part() == FilePart.MAIN)
                .toList();
        assertThat(main.get(0).title()).isEqualTo("行政复议决定书");
        pages.set(review.id(), main.get(0).sourceId(), 6, officer);
        assertThat(Archives.dueOn(review.file())).isEqualTo(LocalDate.of(2027, 6, 30));

        review.complete("intake-clerk", "userTask_archiveCase", FILED);

        ArchiveEntry entry = archives.find(review.id()).orElseThrow();
        assertThat(entry.archiveNo()).matches("盛政复档〔2026〕\\d+号");
        assertThat(entry.mainPages()).isEqualTo(6 + main.size() - 1);
        assertThat(review.file().state()).isEqualTo(CaseState.ARCHIVED);
        Paper contents = archives.contents(review.id(), FilePart.MAIN, officer);
        assertThat(contents.table()).satisfies(table -> {
            assertThat(table.rows().get(0)).contains("1", "行政复议决定书", "1-6");
            assertThat(table.rows().get(1)).contains("2", "7");
        });
        assertThat(archives.cover(review.id(), FilePart.MAIN, officer).facts())
                .contains(new Paper.Fact("档号", entry.archiveNo()), new Paper.Fact("保管期限", "三十年"));
        assertThat(archives.remarks(review.id(), FilePart.MAIN, officer)
                        .facts()
                        .get(0)
                        .value())
                .contains("缺送达回证一份");

        ReviewCase next = performed();
        next.complete("intake-clerk", "userTask_archiveCase", FILED);
        assertThat(archives.find(next.id()).orElseThrow().archiveNo()).isNotEqualTo(entry.archiveNo());

        assertReadOnly(review);
    }

    /** Tells of an act as its service would; nothing of it stays. */
    private void tell(String kind, ReviewCase review, Actor actor) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            context.publishEvent(Act.of(kind, review.id(), actor, Map.of("party", "", "field", "")));
        });
    }

    private void assertReadOnly(ReviewCase review) {
        Actor officer = review.actor("review-officer");
        Letter decision = letters.current(review.id(), "decision").orElseThrow();
        assertThat(procedures.offered(review.file(), officer)).isEmpty();
        assertRefused("CASE_ARCHIVED", () -> notes.add(review.id(), "补充说明", officer));
        assertRefused(
                "CASE_ARCHIVED",
                () -> parties.add(review.id(), NewParty.person(PartyRole.THIRD_PARTY, "李春梅"), officer));
        assertRefused(
                "CASE_ARCHIVED",
                () -> letters.seal(decision.id(), "盛阳市人民政府", 1, "秦岚", null, review.actor("gov-office")));
        assertRefused(
                "CASE_ARCHIVED",
                () -> attachments.store(
                        review.id(),
                        null,
                        "补充材料",
                        FilePart.MAIN,
                        "补充材料.pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        officer));
        assertRefused(
                "CASE_ARCHIVED",
                () -> pages.set(
                        review.id(), catalogue.of(review.id(), officer).get(0).sourceId(), 3, officer));
        assertRefused("CASE_ARCHIVED", () -> followUps.record(review.id(), "INTERVIEW", null, null, officer));
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertRefused(
                "CASE_ARCHIVED",
                () -> context.getBean(ReviewOrders.class)
                        .propose(review.id(), ReviewOrder.Kind.EXTENSION, ReviewOrder.Draft.of(null, "案情复杂"), officer));
        assertRefused(
                "CASE_ARCHIVED",
                () -> context.getBean(AcceptanceReviews.class).recordElection(review.id(), today, true, officer));
        assertRefused(
                "CASE_ARCHIVED",
                () -> context.getBean(Cases.class).setKeyDate(review.id(), "received", today.minusDays(1), officer));
        assertRefused("CASE_ARCHIVED", () -> tell("review.ofAKindNotYetThought", review, officer));
        assertThatCode(() -> tell("casefile.personalRevealed", review, officer)).doesNotThrowAnyException();
        assertThatCode(() -> tell("review.ofAKindNotYetThought", review, Actor.SYSTEM))
                .doesNotThrowAnyException();
        assertRefused(
                "PROCEDURE_NOT_OFFERED", () -> procedures.start(review.id(), "reviewOpinion", Map.of(), null, officer));
    }

    @Test
    void aFileWithOpenStepsIsNotArchived() {
        ReviewCase review = performed();
        procedures.start(
                review.id(),
                "reviewOpinion",
                Map.of("opinionFacts", "未告知权利。", "opinionDemands", "完善告知制度。"),
                null,
                review.actor("review-officer"));
        assertRefused("ARCHIVE_STEPS_OPEN", () -> review.complete("intake-clerk", "userTask_archiveCase", FILED));
        assertThat(archives.find(review.id())).isEmpty();
    }

    @Test
    void theApprovalSlipTellsProposalOpinionsDatesAndWhoSigned() throws IOException {
        ReviewCase review = ReviewCase.registered(context).to(Step.DECIDED);
        Letter decision = letters.current(review.id(), "decision").orElseThrow();
        String slip = text(slips.print(decision.id(), review.actor("review-officer")));
        assertThat(slip).contains("行政复议决定书审批单", "决定主文", "撤销", "机构负责人", "机关负责人", "同意", "2026年3月2日", "在线");
        assertRefused("LETTER_NOT_FOUND", () -> slips.print(decision.id(), review.actor("organ-contact")));
    }

    @Test
    void everyNumberStandsInTheRegisterWithItsServiceAndIsExported() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.DECIDED);
        Letter decision = letters.current(review.id(), "decision").orElseThrow();
        LetterRegister.Query query = new LetterRegister.Query(decision.number(), null, null, null, null);
        assertThat(register.search(query, review.actor("review-officer")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.caseId()).isEqualTo(review.id());
                    assertThat(line.recipients()).isEqualTo(2);
                    assertThat(line.served()).isZero();
                });
        letters.voidLetter(decision.id(), "误发。", withHead(review));
        assertThat(register.search(query, review.actor("review-officer")))
                .singleElement()
                .matches(RegisteredLetter::voided);
        assertRefused("OFFICERS_ONLY", () -> register.search(query, review.actor("organ-contact")));

        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/letters").body()).contains(decision.number());
        assertThat(visitor.get("/letters/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/cases/" + review.id() + "/after").body()).contains("/papers/cover-main", "吴𠮷祥");
        assertThat(visitor.get("/cases/" + review.id() + "/papers/contents-main")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/cases/" + review.id() + "/letters/" + decision.id() + "/approval-slip")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/cases/" + review.id() + "/catalogue").body()).contains("清点");
        assertThat(visitor.get("/cases").body()).contains("href=\"/letters\"");
    }

    @Test
    void theDraftsOfALetterStandSideBySide() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.DRAFTED);
        review.complete("unit-head", "userTask_unitHeadReview", Map.of("result", "RETURN", "opinion", "请补充理由。"));
        Map<String, Object> second = ReviewCase.revocation();
        second.put("reasons", "被申请人未告知，程序违法，应予撤销。");
        review.complete("review-officer", "userTask_draftDecision", second);
        Letter decision = letters.current(review.id(), "decision").orElseThrow();
        LetterVersions.Comparison comparison = versions.compare(decision.id(), 0, 0, review.actor("review-officer"));
        assertThat(comparison.versions()).hasSize(2);
        assertThat(comparison.lines())
                .filteredOn(LetterVersions.Line::changed)
                .extracting(LetterVersions.Line::label)
                .containsExactly("本机关认为");
        assertRefused("LETTER_NOT_FOUND", () -> versions.compare(decision.id(), 1, 9, review.actor("review-officer")));
        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + review.id() + "/letters/" + decision.id() + "/versions")
                        .body())
                .contains("有改动", "应予撤销");
    }

    private Actor withHead(ReviewCase review) {
        Actor officer = review.actor("review-officer");
        Set<Role> roles = EnumSet.copyOf(officer.roles());
        roles.add(Role.UNIT_HEAD);
        return new Actor(officer.userId(), officer.name(), officer.organId(), officer.organPath(), roles);
    }

    private ReviewCase performed() {
        return ReviewCase.registered(context)
                .to(Step.SERVED)
                .complete("review-officer", "userTask_followPerformance", PERFORMED);
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
