package io.mingjing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The checker finds each kind of unlawfulness in a log that was doctored, and nothing in a lawful one. The lawful review
 * was received on Monday 2025-03-03, accepted, suspended for ten days, extended by ten, heard at a hearing, decided,
 * served and archived.
 */
class LawCheckerTest {

    private static final DayCount DAYS = DayCount.published();
    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    /** {@code day actor kind fact=value …}; a day of effect other than the day of recording follows the day after {@code /}. */
    private static final String LAWFUL = """
            2025-03-03 clerk casefile.registered receivedOn=2025-03-03 area=REVIEW
            2025-03-03 clerk review.registered
            2025-03-03 system casefile.limitOpened rule=AR-INTAKE start=2025-03-03 due=2025-03-10 extensionDays=0
            2025-03-05 officer document.letterDrafted letterId=A type=acceptance-notice
            2025-03-05 officer document.letterDrafted letterId=R type=reply-notice
            2025-03-06 head document.letterApproved letterId=A level=UNIT_HEAD
            2025-03-06 head document.letterApproved letterId=R level=UNIT_HEAD
            2025-03-06 head review.accepted
            2025-03-06 system casefile.limitOpened rule=AR-DECIDE-ORD start=2025-03-06 due=2025-05-06 extensionDays=0
            2025-03-06 head review.procedureSettled procedure=ORDINARY
            2025-03-07 clerk document.letterIssued letterId=A issuedOn=2025-03-07
            2025-03-07 clerk document.letterIssued letterId=R issuedOn=2025-03-07
            2025-03-10 clerk document.letterServed letterId=A servedOn=2025-03-10
            2025-03-10 clerk document.letterServed letterId=R servedOn=2025-03-10
            2025-03-10 system casefile.limitOpened rule=AR-REPLY-ORD start=2025-03-10 due=2025-03-24 extensionDays=0
            2025-03-20 contact review.replied
            2025-03-21 officer document.letterDrafted letterId=S type=suspension-notice
            2025-03-22 head document.letterApproved letterId=S level=UNIT_HEAD
            2025-03-22 leader document.letterApproved letterId=S level=ORGAN_HEAD
            2025-03-24 clerk document.letterIssued letterId=S issuedOn=2025-03-24
            2025-03-24 system casefile.limitPaused rule=AR-DECIDE-ORD cause=5 due=
            2025-03-24 clerk document.letterServed letterId=S servedOn=2025-03-24
            2025-04-03 system casefile.limitResumed rule=AR-DECIDE-ORD due=2025-05-15 extensionDays=0
            2025-04-07 head casefile.limitExtended rule=AR-DECIDE-ORD extensionDays=10 due=2025-05-26
            2025-04-08 officer document.letterDrafted letterId=H type=hearing-notice
            2025-04-08 head document.letterApproved letterId=H level=UNIT_HEAD
            2025-04-09 clerk document.letterIssued letterId=H issuedOn=2025-04-09
            2025-04-09 clerk document.letterServed letterId=H servedOn=2025-04-09
            2025-04-21 officer review.hearingHeld on=2025-04-21
            2025-04-21 officer review.viewsHeard method=IN_PERSON
            2025-05-08 officer review.decisionDrafted outcome=UPHOLD
            2025-05-08 officer document.letterDrafted letterId=D type=decision
            2025-05-09 head document.letterApproved letterId=D level=UNIT_HEAD
            2025-05-12 leader document.letterApproved letterId=D level=ORGAN_HEAD
            2025-05-13 office document.letterIssued letterId=D issuedOn=2025-05-13
            2025-05-13 office review.decided outcome=UPHOLD
            2025-05-14 clerk document.letterServed letterId=D servedOn=2025-05-14
            2025-05-14/2025-05-13 system casefile.closed outcome=UPHOLD on=2025-05-13
            2025-06-03 clerk casefile.archived on=2025-06-03
            """;

    private static final String REFUSED = """
            2025-03-03 clerk casefile.registered receivedOn=2025-03-03 area=REVIEW
            2025-03-05 officer document.letterDrafted letterId=N type=refusal
            2025-03-06 head document.letterApproved letterId=N level=UNIT_HEAD
            2025-03-07 leader document.letterApproved letterId=N level=ORGAN_HEAD
            2025-03-10 clerk document.letterIssued letterId=N issuedOn=2025-03-10
            2025-03-11 clerk document.letterServed letterId=N servedOn=2025-03-11
            2025-03-11/2025-03-10 system casefile.closed outcome=REFUSED on=2025-03-10
            """;

    private static final String GIVEN_UP = """
            2025-03-03 clerk casefile.registered receivedOn=2025-03-03 area=REVIEW
            2025-03-05 officer document.letterDrafted letterId=C type=correction-notice
            2025-03-05 head document.letterApproved letterId=C level=UNIT_HEAD
            2025-03-06 clerk document.letterIssued letterId=C issuedOn=2025-03-06
            2025-03-07 clerk document.letterServed letterId=C servedOn=2025-03-07
            2025-03-07 system casefile.keyDateSet name=fixNoticeServed on=2025-03-07
            2025-03-22/2025-03-21 system review.deemedGivenUp
            2025-03-22/2025-03-21 system casefile.closed outcome=GIVEN_UP on=2025-03-21
            """;

    private static final String TERMINATED = """
            2025-03-03 clerk casefile.registered receivedOn=2025-03-03 area=REVIEW
            2025-03-11/2025-03-10 system review.deemedAccepted
            2025-03-12 officer document.letterDrafted letterId=R type=reply-notice
            2025-03-12 head document.letterApproved letterId=R level=UNIT_HEAD
            2025-03-12 clerk document.letterIssued letterId=R issuedOn=2025-03-12
            2025-03-13 clerk document.letterServed letterId=R servedOn=2025-03-13
            2025-03-28/2025-03-27 system review.replyMissing
            2025-04-01 officer document.letterDrafted letterId=S type=suspension-notice
            2025-04-01 leader document.letterApproved letterId=S level=ORGAN_HEAD
            2025-04-02 clerk document.letterIssued letterId=S issuedOn=2025-04-02
            2025-04-02 system casefile.limitPaused rule=AR-DECIDE-ORD cause=1 due=
            2025-06-02 officer review.terminationProposed termination=TERMINATE
            2025-06-02 officer document.letterDrafted letterId=T type=termination
            2025-06-03 leader document.letterApproved letterId=T level=ORGAN_HEAD
            2025-06-03 clerk document.letterIssued letterId=T issuedOn=2025-06-03
            2025-06-04 clerk document.letterServed letterId=T servedOn=2025-06-04
            2025-06-04/2025-06-03 system casefile.closed outcome=TERMINATED on=2025-06-03
            """;

    @Test
    void nothingIsFoundInLawfulReviews() {
        for (String story : List.of(LAWFUL, REFUSED, GIVEN_UP, TERMINATED)) {
            assertThat(check(lines(story))).isEmpty();
        }
    }

    /** {@code drop N}, {@code set N text} and {@code add N text} change the n-th line of a story, counted from 1. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NOT_REGISTERED      | LAWFUL     | drop 1
            ORDER               | LAWFUL     | set 17 2025-03-19 officer document.letterDrafted letterId=S type=suspension-notice
            ACCEPTED_EARLY      | LAWFUL     | set 8 2025-03-06/2025-03-01 head review.accepted
            ACCEPTED_LATE       | LAWFUL     | set 8 2025-03-12/2025-03-11 head review.accepted
            ACCEPTED_TWICE      | LAWFUL     | add 8 2025-03-06 head review.accepted
            DEEMED_DAY          | TERMINATED | set 2 2025-03-11/2025-03-07 system review.deemedAccepted
            IN_FUTURE           | LAWFUL     | set 8 2025-03-06/2025-03-07 head review.accepted
            DATE                | LAWFUL     | set 3 2025-03-03 system casefile.limitOpened rule=AR-INTAKE start=2025-03-03 due=2025-03-08 extensionDays=0
            DATE                | LAWFUL     | set 9 2025-03-06 system casefile.limitOpened rule=AR-DECIDE-ORD start=2025-03-06 due=2025-05-05 extensionDays=0
            DATE                | LAWFUL     | set 23 2025-04-03 system casefile.limitResumed rule=AR-DECIDE-ORD due=2025-05-16 extensionDays=0
            DATE                | LAWFUL     | set 24 2025-04-07 head casefile.limitExtended rule=AR-DECIDE-ORD extensionDays=10 due=2025-05-25
            COPY_LATE           | LAWFUL     | set 14 2025-03-18 clerk document.letterServed letterId=R servedOn=2025-03-18
            REPLY_LATE          | LAWFUL     | set 16 2025-03-25 contact review.replied
            REPLY_LAPSE_DAY     | TERMINATED | set 7 2025-03-28/2025-03-26 system review.replyMissing
            BEFORE_REPLY        | LAWFUL     | set 31 2025-03-20 officer review.decisionDrafted outcome=UPHOLD; drop 16
            NOT_HEARD           | LAWFUL     | drop 30
            HEARD_EARLY         | LAWFUL     | set 30 2025-04-21/2025-03-05 officer review.viewsHeard method=PHONE
            HEARING_NOTICE      | LAWFUL     | set 28 2025-04-14 clerk document.letterServed letterId=H servedOn=2025-04-14
            UNSIGNED            | LAWFUL     | drop 34
            UNSIGNED            | LAWFUL     | add 34 2025-05-12 officer document.letterRevised letterId=D
            FOUR_EYES           | LAWFUL     | set 34 2025-05-12 officer document.letterApproved letterId=D level=ORGAN_HEAD
            SERVED_UNISSUED     | LAWFUL     | set 37 2025-05-14 clerk document.letterServed letterId=D servedOn=2025-05-12
            SERVED_UNISSUED     | LAWFUL     | drop 11
            PAUSED_TWICE        | LAWFUL     | add 21 2025-03-24 system casefile.limitPaused rule=AR-DECIDE-ORD cause=8 due=
            RESUMED_RUNNING     | LAWFUL     | add 23 2025-04-03 system casefile.limitResumed rule=AR-DECIDE-ORD due=2025-05-15 extensionDays=0
            PAUSED_EXPIRED      | LAWFUL     | add 37 2025-06-02 system casefile.limitPaused rule=AR-DECIDE-ORD cause=8 due=
            PAUSED_IDLE         | LAWFUL     | add 38 2025-05-20 system casefile.limitPaused rule=AR-DECIDE-ORD cause=8 due=
            DECIDED_SUSPENDED   | LAWFUL     | drop 23
            SUSPENDED_UNTOLD    | LAWFUL     | drop 20
            EXTENSION_LENGTH    | LAWFUL     | set 24 2025-04-07 head casefile.limitExtended rule=AR-DECIDE-ORD extensionDays=31 due=2025-06-16
            EXTENSION_TWICE     | LAWFUL     | add 24 2025-04-07 head casefile.limitExtended rule=AR-DECIDE-ORD extensionDays=20 due=2025-06-04
            EXTENSION_EXPIRED   | LAWFUL     | add 37 2025-05-30 head casefile.limitExtended rule=AR-DECIDE-ORD extensionDays=20 due=2025-06-04
            EXTENSION_SIMPLIFIED | LAWFUL    | set 10 2025-03-06 head review.procedureSettled procedure=SIMPLIFIED
            DECIDED_LATE        | LAWFUL     | set 35 2025-05-27 office document.letterIssued letterId=D issuedOn=2025-05-27
            ENDED_UNACCEPTED    | LAWFUL     | drop 8
            ENDED_TWICE         | LAWFUL     | add 38 2025-05-15 office document.letterIssued letterId=D issuedOn=2025-05-13
            CLOSED_TWICE        | LAWFUL     | add 38 2025-05-14/2025-05-13 system casefile.closed outcome=UPHOLD on=2025-05-13
            CLOSED_WITHOUT      | LAWFUL     | set 38 2025-05-14 system casefile.closed outcome=UPHOLD on=2025-05-14
            CLOSED_WITHOUT      | REFUSED    | drop 5
            CLOSED_ACCEPTED     | REFUSED    | add 4 2025-03-07 head review.accepted
            REFUSED_ACCEPTED    | REFUSED    | add 4 2025-03-07 head review.accepted
            REFUSED_LATE        | REFUSED    | set 4 2025-03-11 leader document.letterApproved letterId=N level=ORGAN_HEAD
            ARCHIVED_OPEN       | LAWFUL     | drop 38
            AFTER_ARCHIVE       | LAWFUL     | add 39 2025-06-04 officer review.performanceRecorded performed=YES
            RECUSED             | LAWFUL     | add 8 2025-03-06 head casefile.recused userId=officer
            CORRECTION_LATE     | GIVEN_UP   | set 4 2025-03-11 clerk document.letterIssued letterId=C issuedOn=2025-03-11
            GIVEN_UP_EARLY      | GIVEN_UP   | set 7 2025-03-22/2025-03-20 system review.deemedGivenUp
            GIVEN_UP_UNTOLD     | GIVEN_UP   | drop 6
            GIVEN_UP_ANSWERED   | GIVEN_UP   | add 6 2025-03-12 clerk casefile.keyDateSet name=received on=2025-03-12
            TERMINATED_EARLY    | TERMINATED | set 15 2025-06-01 clerk document.letterIssued letterId=T issuedOn=2025-06-01
            """)
    void eachKindOfUnlawfulnessIsFoundInADoctoredLog(String code, String story, String changes) {
        List<String> lines = new ArrayList<>(lines(
                switch (story) {
                    case "REFUSED" -> REFUSED;
                    case "GIVEN_UP" -> GIVEN_UP;
                    case "TERMINATED" -> TERMINATED;
                    default -> LAWFUL;
                }));
        for (String change : changes.split("; ")) {
            String[] parts = change.split(" ", 3);
            int at = Integer.parseInt(parts[1]);
            switch (parts[0]) {
                case "drop" -> lines.remove(at - 1);
                case "add" -> lines.add(at, parts[2]);
                default -> lines.set(at - 1, parts[2]);
            }
        }

        assertThat(check(lines)).anyMatch(fault -> fault.startsWith(code + " "));
    }

    @Test
    void whatIsMissingAtTheEndIsFound() {
        List<String> story = lines(LAWFUL);
        assertThat(check(story.subList(0, 3))).singleElement().asString().startsWith("UNDECIDED ");
        assertThat(check(story.subList(0, 12))).anyMatch(fault -> fault.startsWith("COPY_MISSING "));
        assertThat(check(story.subList(0, 34))).singleElement().asString().startsWith("OVERDUE_HIDDEN ");
        // shown as overdue on its last day it is late, but lawful to see
        List<String> shown = new ArrayList<>(story.subList(0, 34));
        shown.add("2025-05-27/2025-05-26 system review.decisionOverdue");
        assertThat(check(shown)).isEmpty();
    }

    @Test
    void restDaysAndMakeUpDaysAreCountedFromTheCalendar() {
        assertThat(DAYS.working(LocalDate.of(2025, 9, 28)))
                .as("a make-up Sunday")
                .isTrue();
        assertThat(DAYS.workingDays(LocalDate.of(2025, 1, 24), 5)).isEqualTo(LocalDate.of(2025, 2, 7));
        assertThat(DAYS.days(LocalDate.of(2025, 3, 3), 60)).isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(DAYS.between(LocalDate.of(2025, 4, 9), LocalDate.of(2025, 4, 21)))
                .isEqualTo(8);
    }

    private static List<String> check(List<String> lines) {
        List<LogEntry> log = new ArrayList<>();
        for (String line : lines) {
            log.add(entry(log.size() + 1L, line));
        }
        return LawChecker.check(log, DAYS, YEAR_END);
    }

    private static List<String> lines(String story) {
        return story.lines().map(String::strip).toList();
    }

    private static LogEntry entry(long seq, String line) {
        String[] words = line.split(" ");
        String[] dates = words[0].split("/");
        Map<String, String> facts = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] fact = words[i].split("=", 2);
            facts.put(fact[0], fact[1]);
        }
        LocalDate on = LocalDate.parse(dates[0]);
        return new LogEntry(
                seq, "case", on, words[1], words[2], dates.length > 1 ? LocalDate.parse(dates[1]) : null, facts);
    }
}
