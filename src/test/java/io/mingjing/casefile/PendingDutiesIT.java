package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.shared.event.LetterServed;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.StoryDay;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PendingDutiesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    PendingDuties duties;

    @Autowired
    Cases cases;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Actor head;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = Office.in(context);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    @Test
    void anIssuedLetterIsUnservedUntilItsLastRecipientHasIt() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String letter = issued(file, "acceptance-notice");

        assertThat(duties.count(head)).isEqualTo(new PendingDuties.Counts(1, 0));
        assertThat(found(PendingKind.UNSERVED)).containsExactly(file);
        publish(new LetterServed(file, letter, "acceptance-notice", "one", TODAY, false));
        assertThat(duties.open(file, PendingKind.UNSERVED)).isTrue();
        publish(new LetterServed(file, letter, "acceptance-notice", "two", TODAY, true));

        assertThat(duties.count(head)).isEqualTo(PendingDuties.Counts.NONE);
        assertThat(found(PendingKind.UNSERVED)).isEmpty();
    }

    @Test
    void anIssuedOrderIsUnsignedUntilTheOrganSigned() {
        String file = office.caseOf(Area.SUPERVISION, office.district);
        issued(file, "supervision-order");

        assertThat(found(PendingKind.UNSIGNED)).containsExactly(file);
        duties.end(PendingKind.UNSIGNED, file);

        assertThat(found(PendingKind.UNSIGNED)).isEmpty();
        assertThat(duties.count(head)).isEqualTo(new PendingDuties.Counts(1, 0)); // nobody has recorded its service
    }

    @Test
    void twoLettersOfACaseAreOneCase() {
        String file = office.caseOf(Area.REVIEW, office.district);
        issued(file, "acceptance-notice");
        issued(file, "reply-notice");

        assertThat(duties.count(head).unserved()).isEqualTo(1);
        assertThat(found(PendingKind.UNSERVED)).containsExactly(file);
    }

    @Test
    void aVoidLetterIsNoDuty() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String letter = issued(file, "acceptance-notice");

        jdbc.update("update document_letter set state = 'VOID' where id = ?", letter);

        assertThat(duties.count(head)).isEqualTo(PendingDuties.Counts.NONE);
        assertThat(found(PendingKind.UNSERVED)).isEmpty();
    }

    @Test
    void dutiesOfOtherGovernmentsAndOfCasesOneIsRecusedFromAreNotCounted() {
        String file = office.caseOf(Area.REVIEW, office.district);
        issued(file, "acceptance-notice");
        Actor elsewhere = office.person("周杰", office.cityBureau, Role.UNIT_HEAD);

        assertThat(duties.count(elsewhere)).isEqualTo(PendingDuties.Counts.NONE);
        office.recuse(file, head);

        assertThat(duties.count(head)).isEqualTo(PendingDuties.Counts.NONE);
    }

    @Test
    void casesAreFoundByTheLightOfTheLimitThatEndsFirst() {
        String red = office.caseOf(Area.REVIEW, office.district);
        office.limit(red, "AR-INTAKE", TODAY);
        office.limit(red, "AR-DECIDE-ORD", TODAY.plusDays(60));
        String green = office.caseOf(Area.REVIEW, office.district);
        office.limit(green, "AR-INTAKE", TODAY.plusDays(30));
        String none = office.caseOf(Area.REVIEW, office.district);

        assertThat(under(Light.RED)).containsExactly(red);
        assertThat(under(Light.YELLOW)).isEmpty();
        assertThat(under(Light.GREEN)).containsExactly(green);
        assertThat(under(Light.NONE)).containsExactly(none);
        assertThat(under(Light.PAUSED)).isEmpty();
    }

    private List<String> found(PendingKind kind) {
        return ids(new CaseQuery(
                null, null, null, null, null, null, kind, null, null, CaseQuery.Order.RECEIVED, 20, null));
    }

    private List<String> under(Light light) {
        return ids(new CaseQuery(
                null, null, null, null, null, light, null, null, null, CaseQuery.Order.RECEIVED, 20, null));
    }

    private List<String> ids(CaseQuery query) {
        return cases.search(query, head).items().stream().map(CaseRow::id).toList();
    }

    /** A letter with one recipient who has not got it. */
    private String issued(String file, String type) {
        String letter = Ids.next();
        jdbc.update(
                "insert into document_letter (id, case_id, type, title, state, issued_on, version, drafted_by, drafted_at,"
                        + " draft_no, levels) values (?, ?, ?, '文书', 'ISSUED', ?, 1, ?, ?, 1, 'UNIT_HEAD')",
                letter,
                file,
                type,
                Date.valueOf(TODAY),
                head.userId(),
                Timestamp.from(StoryDay.MORNING));
        jdbc.update(
                "insert into document_letter_recipient (letter_id, party_id, name, role, position_no)"
                        + " values (?, ?, '张三', 'APPLICANT', 1)",
                letter,
                Ids.next());
        publish(new LetterIssued(file, letter, type, "沈和政〔2026〕1号", TODAY));
        return letter;
    }

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> context.publishEvent(event));
    }
}
