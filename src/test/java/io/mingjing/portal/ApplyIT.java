package io.mingjing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.People;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the first answer to the case in the register. */
@IntegrationTest
class ApplyIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Applications applications;

    @Autowired
    private Channels channels;

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void designated() {
        StoryDay.set(context, StoryDay.MORNING);
        channels.set(DemoPeople.CITY, true, Actor.SYSTEM);
        channels.set(DemoPeople.HEAN, false, Actor.SYSTEM);
    }

    @Test
    void onTheDesignatedChannelSendingIsReceiptAlsoOnASunday() {
        StoryDay.set(
                context,
                LocalDateTime.of(2026, 3, 8, 21, 15, 7)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant());

        Applications.Receipt receipt = PortalCase.sent(context, PortalCase.answers());

        assertThat(receipt.state()).isEqualTo(Applications.State.REGISTERED);
        assertThat(receipt.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(receipt.arrivedAt()).isEqualTo("2026-03-08T13:15:07Z");
        assertThat(receipt.files()).containsExactly("身份证.pdf");
        CaseFile file = cases.byQueryCode(receipt.code()).orElseThrow();
        assertThat(file.registerNo()).isEqualTo(receipt.number());
        assertThat(context.getBean(Reviews.class).get(file.id()).channel()).isEqualTo("ONLINE");
        assertThat(context.getBean(CaseLimits.class).of(file.id()))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.rule()).isEqualTo("AR-INTAKE");
                    assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
                });
        assertThat(context.getBean(Worklist.class).openOfCase(file.id()))
                .extracting(TaskItem::definitionKey)
                .containsExactly("userTask_reviewAcceptance");
        assertThat(context.getBean(Attachments.class).of(file.id(), actor("review-officer")))
                .extracting(Attachment::label)
                .containsExactly("身份证明");
        assertThat(context.getBean(Parties.class).of(file.id()))
                .filteredOn(party -> party.role() == PartyRole.APPLICANT)
                .singleElement()
                .extracting(Party::idNumberMasked)
                .isEqualTo("210*************3X");
    }

    @Test
    void sendingTwiceIsOneApplicationEvenAtTheSameMoment() throws Exception {
        String code = PortalCase.draft(context, PortalCase.answers());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> send = () -> {
                applications.send(code);
                return null;
            };
            for (var sent : two.invokeAll(List.of(send, send))) {
                sent.get();
            }
        } finally {
            two.shutdownNow();
        }
        applications.send(code);

        String number = applications.receipt(code).orElseThrow().number();
        Integer registered = jdbc.queryForObject(
                "select count(*) from casefile_case where registered_by = 'portal' and register_no = ?",
                Integer.class,
                number);
        assertThat(registered).isEqualTo(1);
        assertThatThrownBy(() -> drafts.open(code)).isInstanceOf(Refusal.class).hasMessageContaining("DRAFT_UNKNOWN");
    }

    @Test
    void aDraftIsEncryptedFoundOnlyByItsCodeAndGoesAfterThirtyDays() {
        String code = PortalCase.draft(context, PortalCase.answers());
        PortalCase.attach(context, code);
        Drafts.Draft draft = drafts.open(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        assertThat(draft.values())
                .containsEntry("applicantName", "柳青禾")
                .containsEntry("applicantIdNumber", "21010219800101123X");
        Map<String, Object> row = jdbc.queryForMap("select * from portal_draft where id = ?", draft.id());
        assertThat(row.toString()).doesNotContain("柳青禾").doesNotContain(code);
        assertThatThrownBy(() -> drafts.open("22222-22222-22222")).hasMessageContaining("DRAFT_UNKNOWN");

        StoryDay.set(context, StoryDay.MORNING.plusSeconds(31L * 24 * 3600));
        assertThatThrownBy(() -> drafts.open(code)).hasMessageContaining("DRAFT_UNKNOWN");
        drafts.deleteExpired();
        assertThat(jdbc.queryForObject(
                        "select count(*) from document_deposit where place = ?", Integer.class, "portal/" + draft.id()))
                .isZero();
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndNothingIsSent() {
        Map<String, String> answers = PortalCase.answers();
        answers.put("knownOn", "2026-03-03");
        answers.put("applicantPhone", "abc");
        answers.put("electronicService", "true");
        answers.remove("reasons");
        answers.remove("respondentOrgan");
        String code = PortalCase.draft(context, answers);

        assertThatThrownBy(() -> applications.send(code))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(error -> error.field() + " " + error.code())
                                .containsExactlyInAnyOrder(
                                        "applicantPhone PATTERN",
                                        "serviceAddress REQUIRED",
                                        "respondentOrgan PORTAL_RESPONDENT",
                                        "government PORTAL_GOVERNMENT",
                                        "knownOn IN_FUTURE",
                                        "reasons REQUIRED"));
        assertThat(applications.receipt(code)).isEmpty();
    }

    @Test
    void filesAreCheckedByContentAndCounted() {
        String code = PortalCase.draft(context, PortalCase.answers());

        assertThatThrownBy(() -> drafts.addFile(
                        code,
                        "EVIDENCE",
                        "照片.pdf",
                        new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8)),
                        PortalCase.address()))
                .hasMessageContaining("FILE_MISMATCH");
        for (int i = 0; i < 20; i++) {
            PortalCase.attach(context, code);
        }
        assertThatThrownBy(() -> PortalCase.attach(context, code)).hasMessageContaining("TOO_MANY_FILES");
    }

    @Test
    void whereThePortalIsNotDesignatedTheDeskConfirmsAndSetsTheDay() {
        Map<String, String> answers = PortalCase.answers();
        answers.put("government", DemoPeople.HEAN);
        Applications.Receipt receipt = PortalCase.sent(context, answers);
        assertThat(receipt.state()).isEqualTo(Applications.State.WAITING);
        assertThat(receipt.number()).matches("网预〔2026〕\\d+号");
        assertThat(receipt.receivedOn()).isNull();

        Actor clerk = clerkOf(DemoPeople.HEAN_BUREAU);
        Applications.Waiting waiting = applications.waiting(clerk).stream()
                .filter(one -> one.number().equals(receipt.number()))
                .findFirst()
                .orElseThrow();
        assertThat(applications.waiting(actor("intake-clerk")))
                .noneMatch(one -> one.number().equals(receipt.number()));
        assertThatThrownBy(() -> applications.waiting(waiting.id(), actor("intake-clerk")))
                .hasMessageContaining("APPLICATION_NOT_FOUND");
        assertThatThrownBy(() -> applications.waiting(actor("review-officer"))).hasMessageContaining("NOT_ALLOWED");
        assertThatThrownBy(() ->
                        applications.confirm(waiting.id(), waiting.version(), LocalDate.of(2026, 3, 1), null, clerk))
                .hasMessageContaining("DATE_TOO_EARLY");

        StoryDay.set(context, StoryDay.MORNING.plusSeconds(24L * 3600));
        CaseFile file = applications.confirm(waiting.id(), waiting.version(), LocalDate.of(2026, 3, 3), null, clerk);

        assertThat(file.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(file.governmentId()).isEqualTo(DemoPeople.HEAN);
        assertThat(applications.receipt(receipt.code()).orElseThrow().number()).isEqualTo(file.registerNo());
        assertThat(context.getBean(Attachments.class).of(file.id(), clerk)).hasSize(1);
        assertThatThrownBy(() -> applications.decline(waiting.id(), waiting.version(), "重复提交。", clerk))
                .hasMessageContaining("APPLICATION_NOT_FOUND");
    }

    @Test
    void anOrganThatCouldOnlyBeNamedMustBeFoundBeforeAcceptance() {
        Map<String, String> answers = PortalCase.answers();
        answers.remove("respondentOrgan");
        answers.put("respondentName", "盛阳市某某管理办公室");
        answers.put("government", DemoPeople.CITY);
        Applications.Receipt receipt = PortalCase.sent(context, answers);
        assertThat(receipt.respondent()).isEqualTo("盛阳市某某管理办公室");
        ReviewCase walk = ReviewCase.of(
                context, cases.byQueryCode(receipt.code()).orElseThrow().id());

        assertThatThrownBy(() -> walk.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.acceptance()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RESPONDENT_UNKNOWN"));
    }

    @Test
    void anActOfAGovernmentGoesToTheNextHigherOne() {
        Map<String, String> answers = PortalCase.answers();
        answers.put("respondentOrgan", DemoPeople.HEAN);
        assertThat(applications
                        .addressee(drafts.open(PortalCase.draft(context, answers)))
                        .id())
                .isEqualTo(DemoPeople.CITY);
        answers.put("respondentOrgan", DemoPeople.HEAN_ENFORCEMENT);
        assertThat(applications
                        .addressee(drafts.open(PortalCase.draft(context, answers)))
                        .id())
                .isEqualTo(DemoPeople.HEAN);
    }

    @Test
    void onlyTheAdministratorMarksTheDesignatedChannel() {
        assertThatThrownBy(() -> channels.set(DemoPeople.HEAN, true, actor("intake-clerk")))
                .hasMessageContaining("NOT_ALLOWED");
        assertThatThrownBy(() -> channels.set(DemoPeople.HOUSING, true, actor("admin")))
                .hasMessageContaining("NO_GOVERNMENT");
        channels.set(DemoPeople.HEAN, true, actor("admin"));
        assertThat(channels.designated(DemoPeople.HEAN)).isTrue();
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    private Actor clerkOf(String bureau) {
        String login = "portal-clerk-" + bureau.substring(34);
        return people.findByLogin(login)
                .map(person -> people.actor(person.id()))
                .orElseGet(() -> people.actor(people.create(
                                new People.NewPerson(
                                        login,
                                        "窗口",
                                        bureau,
                                        java.util.Set.of(io.mingjing.shared.Role.INTAKE_CLERK),
                                        login + "@example.cn"),
                                Actor.SYSTEM)
                        .person()
                        .id()));
    }
}
