package io.mingjing.document;

import static io.mingjing.document.DocumentStage.AUDITOR;
import static io.mingjing.document.DocumentStage.CLERK;
import static io.mingjing.document.DocumentStage.CONTACT;
import static io.mingjing.document.DocumentStage.OFFICER;
import static io.mingjing.document.DocumentStage.ORGAN_HEAD;
import static io.mingjing.document.DocumentStage.TODAY;
import static io.mingjing.document.DocumentStage.UNIT_HEAD;
import static io.mingjing.document.DocumentStage.person;
import static io.mingjing.document.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterApproved;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.shared.event.LetterServed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DocumentTest
class LettersIT {

    private static final Recipient APPLICANT = new Recipient("applicant", "沈阳盛和餐饮管理有限公司", "APPLICANT");
    private static final Recipient RESPONDENT = new Recipient("respondent", "沈阳市和平区城市管理综合行政执法局", "RESPONDENT");

    private final Letters letters;
    private final LetterFiles files;
    private final Attachments attachments;
    private final DocumentPanels panels;
    private final DocumentStage.Heard heard;
    private final String caseId = Ids.next();

    LettersIT(
            @Autowired Letters letters,
            @Autowired LetterFiles files,
            @Autowired Attachments attachments,
            @Autowired DocumentPanels panels,
            @Autowired DocumentStage.Heard heard) {
        this.letters = letters;
        this.files = files;
        this.attachments = attachments;
        this.panels = panels;
        this.heard = heard;
    }

    @Test
    void aLetterGoesFromDraftToServiceAndLeavesItsTrace() throws IOException {
        Letter draft = draft("acceptance-notice", APPLICANT);
        assertThat(letters.nextLevel(draft.id())).contains(Role.UNIT_HEAD);

        letters.approve(draft.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        assertThat(letters.get(draft.id()).state()).isEqualTo(LetterState.APPROVED);
        assertThat(letters.approvals(draft.id())).singleElement().satisfies(approval -> {
            assertThat(approval.opinion()).isEqualTo("同意");
            assertThat(approval.effective()).isTrue();
        });
        assertThat(letters.pending(caseId)).extracting(Duty::code).containsExactly(Duty.NOT_ISSUED);

        Letter issued = letters.issue(draft.id(), TODAY, CLERK);
        String number = String.valueOf(issued.number());
        assertThat(number).matches("沈和政复受〔2026〕[1-9][0-9]*号");
        assertThat(issued.issuedOn()).isEqualTo(TODAY);
        assertThat(text(files.docx(issued.id(), OFFICER))).contains(number, "2026年3月9日", "沈阳盛和餐饮管理有限公司：", "沈阳市和平区人民政府");
        assertThat(letters.pending(caseId)).singleElement().satisfies(duty -> {
            assertThat(duty.code()).isEqualTo(Duty.NOT_SERVED);
            assertThat(duty.recipientName()).isEqualTo(APPLICANT.name());
        });
        assertThat(letters.allServed(issued.id())).isFalse();

        letters.seal(issued.id(), "沈阳市和平区人民政府行政复议专用章", 3, "周敏", null, CLERK);
        letters.serve(issued.id(), "applicant", ServiceMethod.DIRECT, TODAY, null, null, CLERK);
        assertThat(letters.allServed(issued.id())).isTrue();
        assertThat(letters.pending(caseId)).isEmpty();
        assertThat(letters.seals(issued.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.copies()).isEqualTo(3));

        assertThat(heard.last(LetterIssued.class))
                .isEqualTo(new LetterIssued(caseId, draft.id(), "acceptance-notice", number, TODAY));
        assertThat(heard.last(LetterServed.class))
                .isEqualTo(new LetterServed(caseId, draft.id(), "acceptance-notice", "applicant", TODAY, true));
        assertThat(heard.of(Act.class))
                .filteredOn(act -> caseId.equals(act.caseId()))
                .extracting(Act::kind)
                .containsExactly(
                        "document.letterDrafted",
                        "document.letterApproved",
                        "document.letterIssued",
                        "document.letterSealed",
                        "document.letterServed");
    }

    @Test
    void nobodyApprovesWhatTheyHaveWritten() {
        Actor both = person("both", "何平", Role.REVIEW_OFFICER, Role.UNIT_HEAD);
        Letter letter =
                letters.draft(caseId, "acceptance-notice", fields("acceptance-notice"), List.of(APPLICANT), both);
        letters.revise(letter.id(), Map.of("decideWithin", "三十日"), OFFICER);
        assertRefused("OWN_DRAFT", () -> letters.approve(letter.id(), Role.UNIT_HEAD, "", both));
        assertThat(letters.approvals(letter.id())).isEmpty();
    }

    @Test
    void theChainIsKeptInOrderByThoseWhoHaveTheRole() {
        Letter letter = draft("decision", APPLICANT, RESPONDENT);
        assertRefused("APPROVAL_ORDER", () -> letters.approve(letter.id(), Role.ORGAN_HEAD, "", ORGAN_HEAD));
        assertRefused("APPROVAL_ROLE", () -> letters.approve(letter.id(), Role.UNIT_HEAD, "", ORGAN_HEAD));
        assertRefused("LETTER_UNAPPROVED", () -> letters.issue(letter.id(), TODAY, CLERK));

        letters.approve(letter.id(), Role.UNIT_HEAD, "同意，报请审批。", UNIT_HEAD);
        assertThat(letters.nextLevel(letter.id())).contains(Role.ORGAN_HEAD);
        assertRefused("LETTER_UNAPPROVED", () -> letters.issue(letter.id(), TODAY, CLERK));
        letters.approve(letter.id(), Role.ORGAN_HEAD, "", ORGAN_HEAD);
        assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.APPROVED);
    }

    @Test
    void aDraftSentBackIsOpenAgainAndItsApprovalsAreHistory() {
        Letter letter = draft("decision", APPLICANT);
        letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        assertRefused("SEND_BACK_REASON", () -> letters.sendBack(letter.id(), Role.ORGAN_HEAD, " ", ORGAN_HEAD));
        letters.sendBack(letter.id(), Role.ORGAN_HEAD, "法律依据有误", ORGAN_HEAD);

        assertThat(letters.nextLevel(letter.id())).contains(Role.UNIT_HEAD);
        assertThat(letters.approvals(letter.id()))
                .extracting(Approval::result, Approval::voided)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Approval.Result.APPROVED, true),
                        org.assertj.core.groups.Tuple.tuple(Approval.Result.RETURNED, false));
    }

    @Test
    void aChangeAfterTheApprovalTakesTheApprovalsAway() {
        Letter letter = draft("acceptance-notice", APPLICANT);
        letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        Letter revised = letters.revise(letter.id(), Map.of("decideWithin", "三十日"), OFFICER);

        assertThat(revised.state()).isEqualTo(LetterState.DRAFT);
        assertThat(revised.draftNo()).isEqualTo(2);
        assertThat(letters.approvals(letter.id()))
                .singleElement()
                .satisfies(old -> assertThat(old.voided()).isTrue());
        assertThat(letters.fields(letter.id()))
                .containsEntry("decideWithin", "三十日")
                .containsEntry("applicant", APPLICANT.name());
        assertRefused("LETTER_UNAPPROVED", () -> letters.issue(letter.id(), TODAY, CLERK));
    }

    @Test
    void anApprovalOnPaperCountsWhenASecondPersonHasConfirmedIt() throws IOException {
        Letter letter = draft("acceptance-notice", APPLICANT);
        String scan = scan();
        assertRefused("PAPER_DATE", () -> paper(letter, "赵国强", TODAY.plusDays(1), scan, CLERK));
        assertRefused("OWN_DRAFT", () -> paper(letter, OFFICER.name(), TODAY, scan, CLERK));
        assertRefused("ATTACHMENT_NOT_FOUND", () -> paper(letter, "赵国强", TODAY, Ids.next(), CLERK));
        assertRefused("LETTER_ROLE", () -> paper(letter, "赵国强", TODAY, scan, CONTACT));

        Approval entry = paper(letter, "赵国强", TODAY, scan, CLERK);
        assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DRAFT);
        assertThat(letters.pending(caseId)).extracting(Duty::code).containsExactly(Duty.PAPER_UNCONFIRMED);
        assertRefused("PAPER_UNCONFIRMED", () -> letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD));
        assertRefused("PAPER_SAME_PERSON", () -> letters.confirmPaperApproval(entry.id(), CLERK));
        assertRefused("LETTER_ROLE", () -> letters.confirmPaperApproval(entry.id(), AUDITOR));

        letters.confirmPaperApproval(entry.id(), OFFICER);
        assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.APPROVED);
        assertThat(letters.approvals(letter.id())).singleElement().satisfies(approval -> {
            assertThat(approval.paper()).isTrue();
            assertThat(approval.signedBy()).isEqualTo("赵国强");
            assertThat(approval.confirmedByName()).isEqualTo("李军");
        });
        assertThat(heard.last(LetterApproved.class))
                .isEqualTo(new LetterApproved(caseId, letter.id(), "acceptance-notice", "UNIT_HEAD", true));
        assertRefused("LETTER_STATE", () -> letters.confirmPaperApproval(entry.id(), OFFICER));
    }

    @Test
    void anIssuedLetterIsFrozenAndWhatIsSentIsWhatWasStored() throws IOException {
        Letter issued = issued("acceptance-notice", APPLICANT);
        assertRefused("LETTER_STATE", () -> letters.revise(issued.id(), Map.of(), OFFICER));
        assertRefused("LETTER_STATE", () -> letters.issue(issued.id(), TODAY, CLERK));

        Path stored = files.docx(issued.id(), OFFICER).path();
        byte[] altered = Files.readAllBytes(stored);
        altered[altered.length / 2]++;
        Files.write(stored, altered);
        assertRefused("FILE_ALTERED", () -> files.docx(issued.id(), OFFICER));
        assertRefused("NO_PDF", () -> files.pdf(issued.id(), OFFICER));
    }

    @Test
    void aVoidedNumberIsNotGivenAgain() {
        Letter first = issued("acceptance-notice", APPLICANT);
        assertRefused("VOID_ROLE", () -> letters.voidLetter(first.id(), "受理日期有误", OFFICER));
        assertRefused("VOID_REASON", () -> letters.voidLetter(first.id(), " ", UNIT_HEAD));
        letters.voidLetter(first.id(), "受理日期有误", UNIT_HEAD);
        assertThat(letters.get(first.id()).number()).isEqualTo(first.number());
        assertThat(letters.current(caseId, "acceptance-notice")).isEmpty();
        assertThat(letters.pending(caseId)).isEmpty();

        Letter second = issued("acceptance-notice", APPLICANT);
        assertThat(second.number()).isNotEqualTo(first.number()).endsWith("之二");
        assertThat(letters.current(caseId, "acceptance-notice")).contains(second);
    }

    @Test
    void aServedLetterCannotBeVoided() {
        Letter letter = issued("acceptance-notice", APPLICANT);
        letters.serve(letter.id(), "applicant", ServiceMethod.DIRECT, TODAY, null, null, CLERK);
        assertRefused("LETTER_SERVED", () -> letters.voidLetter(letter.id(), "误发", UNIT_HEAD));
    }

    @Test
    void everyLawfulWayOfServiceHasItsProofAndItsDay() {
        for (ServiceMethod method : ServiceMethod.values()) {
            Letter letter = issued("acceptance-notice", APPLICANT);
            if (method != ServiceMethod.DIRECT) {
                String missing = switch (method) {
                    case SIGNED_FOR -> "SERVICE_SIGNER";
                    case RELAYED -> "SERVICE_RELAY";
                    case PUBLIC_NOTICE -> "SERVICE_REASON";
                    default -> "SERVICE_EVIDENCE";
                };
                assertRefused(missing, () -> letters.serve(letter.id(), "applicant", method, TODAY, null, null, CLERK));
            }
            ServiceRecord record = letters.serve(letter.id(), "applicant", method, TODAY, null, "王敏，同住的配偶", CLERK);
            assertThat(record.servedOn())
                    .as(method.name())
                    .isEqualTo(method == ServiceMethod.PUBLIC_NOTICE ? LocalDate.of(2026, 4, 8) : TODAY);
        }
    }

    @Test
    void aLetterOfTheOrganNeverBearsTheSealOfTheUnitNorTheOtherWayRound() {
        Letter ofTheOrgan = issued("acceptance-notice", APPLICANT);
        assertRefused("SEAL_ISSUER", () -> letters.seal(ofTheOrgan.id(), "沈阳市和平区司法局", 3, "周敏", null, CLERK));
        Letter ofTheUnit = issued("reply-notice", RESPONDENT);
        assertRefused("SEAL_ISSUER", () -> letters.seal(ofTheUnit.id(), "沈阳市和平区人民政府", 3, "周敏", null, CLERK));
        letters.seal(ofTheUnit.id(), "沈阳市和平区司法局", 3, "周敏", null, CLERK);
        assertThat(letters.seals(ofTheOrgan.id())).isEmpty();
        assertThat(letters.seals(ofTheUnit.id())).hasSize(1);
    }

    @Test
    void eachRecipientIsServedOnItsOwnDayWithItsProof() throws IOException {
        Letter letter = issued("decision", APPLICANT, RESPONDENT);
        assertRefused(
                "SERVICE_DATE",
                () -> letters.serve(
                        letter.id(), "applicant", ServiceMethod.DIRECT, TODAY.minusDays(1), null, null, CLERK));
        assertRefused(
                "SERVICE_EVIDENCE",
                () -> letters.serve(letter.id(), "applicant", ServiceMethod.LEFT, TODAY, null, null, CLERK));
        assertRefused(
                "SERVICE_REASON",
                () -> letters.serve(letter.id(), "applicant", ServiceMethod.PUBLIC_NOTICE, TODAY, scan(), null, CLERK));
        assertRefused(
                "RECIPIENT_UNKNOWN",
                () -> letters.serve(letter.id(), "stranger", ServiceMethod.DIRECT, TODAY, null, null, CLERK));
        assertRefused(
                "LETTER_ROLE",
                () -> letters.serve(letter.id(), "applicant", ServiceMethod.DIRECT, TODAY, null, null, CONTACT));

        letters.serve(letter.id(), "respondent", ServiceMethod.POST, TODAY, scan(), null, CLERK);
        assertThat(letters.allServed(letter.id())).isFalse();
        ServiceRecord notice =
                letters.serve(letter.id(), "applicant", ServiceMethod.PUBLIC_NOTICE, TODAY, null, "下落不明", CLERK);

        // CPL95: thirty days after the notice, not moved by the rest days around Qingming.
        assertThat(notice.servedOn()).isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(letters.allServed(letter.id())).isTrue();
        assertRefused(
                "SERVED_ALREADY",
                () -> letters.serve(letter.id(), "applicant", ServiceMethod.DIRECT, TODAY, null, null, CLERK));
        assertThat(text(files.serviceReceipt(letter.id(), "applicant", OFFICER)))
                .contains("☑公告", "□直接", "下落不明", "2026年4月8日视为送达");
    }

    @Test
    void theReceiptIsPrintedBeforeTheServiceWithBlanks() throws IOException {
        Letter letter = issued("acceptance-notice", APPLICANT);
        assertThat(text(files.serviceReceipt(letter.id(), "applicant", OFFICER)))
                .contains("送达回证", "行政复议申请受理通知书", String.valueOf(letter.number()), "□直接", "　　年　月　日");
    }

    @Test
    void contactsReadWhatWasIssuedToTheirOrganAndNothingElse() {
        Letter toApplicant = issued("acceptance-notice", APPLICANT);
        Letter toRespondent = issued("reply-notice", RESPONDENT);
        Letter open = draft("decision", APPLICANT, RESPONDENT);

        assertThat(files.readable(caseId, CONTACT)).containsExactly(toRespondent);
        assertThat(files.readable(caseId, AUDITOR)).containsExactly(toApplicant, toRespondent, letters.get(open.id()));
        assertRefused("LETTER_NOT_FOUND", () -> files.preview(open.id(), CONTACT));
        assertRefused("LETTER_NOT_FOUND", () -> files.docx(toApplicant.id(), CONTACT));
        assertThat(panels.views(caseId, CONTACT)).singleElement().satisfies(view -> {
            assertThat(view.approvals()).isEmpty();
            assertThat(view.rights().serves()).isFalse();
        });
    }

    @Test
    void thePreviewShowsTheDraftWithMarksWhereTheIssueFillsIn() throws IOException {
        Letter letter = draft("acceptance-notice", APPLICANT);
        assertThat(text(files.preview(letter.id(), OFFICER))).contains("（签发时编号）", APPLICANT.name() + "：");
    }

    @Test
    void aDraftThatCannotBecomeALetterIsRefusedAtOnce() {
        Map<String, Object> fields = fields("decision");
        fields.remove("holding");
        assertRefused(
                "LETTER_FIELDS_MISSING", () -> letters.draft(caseId, "decision", fields, List.of(APPLICANT), OFFICER));
        assertRefused(
                "LETTER_RECIPIENTS", () -> letters.draft(caseId, "decision", fields("decision"), List.of(), OFFICER));
        assertRefused(
                "LETTER_CHAIN",
                () -> letters.draft(
                        caseId, "correction-notice", fields("correction-notice"), List.of(APPLICANT), OFFICER));
        assertRefused(
                "LETTER_AREA",
                () -> letters.draft(
                        caseId, "supervision-order", fields("supervision-order"), List.of(APPLICANT), OFFICER));
        assertRefused(
                "NOT_HANDLER",
                () -> letters.draft(caseId, "decision", fields("decision"), List.of(APPLICANT), CONTACT));
        assertThat(letters.of(caseId)).isEmpty();

        draft("decision", APPLICANT);
        assertRefused(
                "LETTER_OPEN",
                () -> letters.draft(caseId, "decision", fields("decision"), List.of(APPLICANT), OFFICER));
    }

    @Test
    void aLetterIsDatedNeitherBeforeItsApprovalNorAfterToday() {
        Letter letter = draft("acceptance-notice", APPLICANT);
        letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        assertRefused("LETTER_DATE", () -> letters.issue(letter.id(), TODAY.minusDays(1), CLERK));
        assertRefused("LETTER_DATE", () -> letters.issue(letter.id(), TODAY.plusDays(1), CLERK));
        assertRefused("LETTER_ROLE", () -> letters.issue(letter.id(), TODAY, OFFICER));
    }

    private Letter draft(String type, Recipient... recipients) {
        return letters.draft(caseId, type, fields(type), List.of(recipients), OFFICER);
    }

    private Letter issued(String type, Recipient... recipients) {
        Letter letter = draft(type, recipients);
        letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        if (letter.levels().contains(Role.ORGAN_HEAD)) {
            letters.approve(letter.id(), Role.ORGAN_HEAD, "", ORGAN_HEAD);
        }
        return letters.issue(letter.id(), TODAY, CLERK);
    }

    private Approval paper(Letter letter, String approver, LocalDate on, String scan, Actor actor) {
        return letters.recordPaperApproval(letter.id(), Role.UNIT_HEAD, approver, on, "同意", scan, actor);
    }

    private String scan() {
        return attachments
                .store(
                        caseId,
                        null,
                        "审批单",
                        FilePart.SECONDARY,
                        "审批单.pdf",
                        new ByteArrayInputStream(SampleFiles.pdf()),
                        CLERK)
                .id();
    }

    private static Map<String, Object> fields(String type) {
        Map<String, Object> fields = new HashMap<>(Samples.fields(type));
        fields.remove("organName"); // a fact that the case supplies
        return fields;
    }

    private static String text(OpenedFile file) throws IOException {
        return text(Files.readAllBytes(file.path()));
    }

    private static String text(byte[] docx) throws IOException {
        try (InputStream in = new ByteArrayInputStream(docx);
                XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(in))) {
            return extractor.getText();
        }
    }
}
