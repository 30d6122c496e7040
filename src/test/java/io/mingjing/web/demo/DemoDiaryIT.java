package io.mingjing.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.audit.Log;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.document.Attachments;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Timekeeper;
import io.mingjing.filing.FiledDocument;
import io.mingjing.filing.Filings;
import io.mingjing.identity.People;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.ReviewStaff;
import io.mingjing.review.Reviews;
import io.mingjing.supervision.Supervision;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo city's six weeks, on the database of the run: what the law says must stand in the record at their end. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDiaryIT {

    @Autowired
    private People people;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Letters letters;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Timekeeper time;

    @Autowired
    private Clock clock;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private LimitActs limitActs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Supervision supervision;

    @Autowired
    private Filings filings;

    @Autowired
    private ClockHealth clockHealth;

    @Autowired
    private Log log;

    @Autowired
    private PartyViews views;

    @Autowired
    private ReviewStaff staff;

    private DemoDiary diary;

    @BeforeAll
    void live() {
        diary = new DemoDiary(
                new DemoOffice(people, worklist, letters, attachments, intakes, views, staff, time, clock),
                limits,
                limitActs);
        diary.live();
    }

    @Test
    void theFineIsRevokedServedPerformedAndArchived() {
        CaseFile file = cases.require(diary.id("revoked"));
        ReviewCase review = reviews.get(file.id());
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(file.outcome()).isEqualTo("REVOKE");
        assertThat(review.groundList()).containsExactlyInAnyOrder("FACTS_UNCLEAR", "PROCEDURE");
        assertThat(review.decidedOn()).isEqualTo(LocalDate.of(2026, 8, 28));
        assertThat(review.performedOn()).isEqualTo(LocalDate.of(2026, 9, 7));
        Letter decision = letters.current(file.id(), "decision").orElseThrow();
        assertThat(decision.issued()).isTrue();
        assertThat(decision.number()).startsWith("盛政复决〔2026〕").endsWith("号");
        assertThat(letters.allServed(decision.id())).isTrue();
    }

    @Test
    void theTimeForDecidingRunsFromAcceptanceAndIsMetByTheDecision() {
        CaseLimit decide = limit("revoked", "AR-DECIDE-ORD");
        assertThat(decide.startOn()).isEqualTo(LocalDate.of(2026, 8, 5));
        // 60 natural days end inside National Day (10-04) and roll to the first working day after it
        assertThat(decide.dueOn()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(decide.state()).isEqualTo(LimitState.MET);
    }

    @Test
    void silenceForFiveWorkingDaysIsAcceptanceOnTheLastOfThem() {
        ReviewCase review = reviews.get(diary.id("deemed"));
        assertThat(review.deemed()).isTrue();
        assertThat(review.acceptedOn()).isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(limit("deemed", "AR-DECIDE-ORD").startOn()).isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(tasks("deemed")).containsExactly("userTask_draftDeemedLetters");
    }

    @Test
    void aSilentRespondentIsRecordedOnItsLastDayAndTheCaseGoesOn() {
        assertThat(reviews.get(diary.id("silent")).replyMissing()).isTrue();
        assertThat(limit("silent", "AR-REPLY-ORD").state()).isEqualTo(LimitState.LAPSED);
        assertThat(tasks("silent")).containsExactly("userTask_hearViews");
    }

    @Test
    void aPausedClockHasNoDueDate() {
        CaseLimit decide = limit("paused", "AR-DECIDE-ORD");
        assertThat(decide.state()).isEqualTo(LimitState.PAUSED);
        assertThat(decide.dueOn()).isNull();
    }

    @Test
    void theRefusedCaseIsClosedOnTheDayOfItsLetter() {
        CaseFile file = cases.require(diary.id("refused"));
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.outcome()).isEqualTo("REFUSED");
        assertThat(file.closedOn()).isEqualTo(LocalDate.of(2026, 8, 28));
    }

    @Test
    void anOrderWithoutReplyIsOverdueButStillWaits() {
        assertThat(supervision.get(diary.id("overdue")).replyOverdue()).isTrue();
        assertThat(tasks("overdue")).containsExactly("userTask_replyOrder");
        assertThat(cases.require(diary.id("closed")).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void aDocumentFiledInTimeIsListedAndALateOneIsMarked() {
        FiledDocument listed = filings.get(diary.id("listed"));
        assertThat(listed.onTime()).isTrue();
        assertThat(listed.dueOn()).isEqualTo(LocalDate.of(2026, 8, 14));
        assertThat(listed.registerNo()).startsWith("盛政规备〔2026〕");
        assertThat(filings.register(null, null, 50, people.actor(officeId("filing-officer"))))
                .extracting(FiledDocument::caseId)
                .contains(listed.caseId());
        assertThat(filings.get(diary.id("incomplete")).onTime()).isFalse();
    }

    @Test
    void clocksWorklistAndLogAgreeWithTheEngine() {
        assertThat(clockHealth.check())
                .filteredOn(finding -> diary.ids().contains(finding.caseId()))
                .isEmpty();
        for (String caseId : diary.ids()) {
            assertThat(log.verify(caseId).whole()).isTrue();
        }
    }

    private String officeId(String login) {
        return people.findByLogin(login).orElseThrow().id();
    }

    private CaseLimit limit(String name, String rule) {
        return limits.of(diary.id(name)).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private List<String> tasks(String name) {
        return worklist.openOfCase(diary.id(name)).stream()
                .map(task -> task.definitionKey())
                .toList();
    }
}
