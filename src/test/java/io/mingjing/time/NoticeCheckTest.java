package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet must be like to be a year's notice. */
class NoticeCheckTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    @Test
    void aCompleteSheetHasNeitherFaultsNorWarnings() {
        NoticeCheck.Result result = NoticeCheck.check(Notices.of2027(NOVEMBER));

        assertThat(result.faults()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.days()).hasSize(33);
        assertThat(result.days())
                .filteredOn(day -> day.kind() == Notice.Kind.WORKDAY)
                .extracting(Notice.Day::date)
                .containsExactly(
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 13),
                        LocalDate.of(2027, 5, 8),
                        LocalDate.of(2027, 9, 26),
                        LocalDate.of(2027, 10, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026})
    void everyPublishedNoticeWouldPassItself(int year) {
        Notice known = TimeLimits.notices(TimeFixture.MAPPER).stream()
                .filter(notice -> notice.year() == year)
                .findFirst()
                .orElseThrow();
        List<NoticeDraft.Row> rows = known.days().stream()
                .map(day ->
                        new NoticeDraft.Row(1, day.date().toString(), day.kind().name(), day.name()))
                .toList();

        NoticeCheck.Result result =
                NoticeCheck.check(new NoticeDraft(year, known.name(), known.number(), known.date(), rows));

        assertThat(result.faults()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.days()).isEqualTo(known.days());
    }

    @Test
    void eachMistakeIsToldWithItsLine() {
        String sheet = """
                2027-02-30,放假,元旦
                2028-01-01,放假,元旦
                2027-05-06,上班,劳动节调休上班
                2027-02-06,上班,春节调休上班
                2027-03-01,休假,无名
                2027-03-02,放假
                2027-03-03,放假,某日
                2027-03-03,放假,某日
                """;

        assertThat(NoticeCheck.check(Notices.draft(2027, "", NOVEMBER, sheet)).faults())
                .extracting(fault -> fault.line() + " " + fault.code())
                .containsExactly(
                        "1 BAD_DATE",
                        "2 OTHER_YEAR",
                        "3 MAKEUP_ON_WEEKDAY",
                        "4 MAKEUP_ON_FESTIVAL",
                        "5 BAD_KIND",
                        "6 BAD_NAME",
                        "8 DOUBLE_DAY");
    }

    @Test
    void aMissingFestivalIsToldAsMissing() {
        String sheet = Notices.SHEET_2027.replace("2027-06-09,放假,端午节\n", "");

        assertThat(NoticeCheck.check(Notices.draft(2027, "", NOVEMBER, sheet)).faults())
                .containsExactly(NoticeDraft.Fault.of(
                        0, "FESTIVAL_MISSING", LocalDate.of(2027, 6, 9), Festival.DRAGON_BOAT.text()));
    }

    @Test
    void aMissingMakeUpDayIsAWarning() {
        String sheet = Notices.SHEET_2027.replace("2027-10-09,上班,国庆节调休上班\n", "");

        assertThat(NoticeCheck.check(Notices.draft(2027, "", NOVEMBER, sheet)).warnings())
                .extracting(NoticeDraft.Fault::code)
                .containsExactly("BALANCE");
    }

    @Test
    void anEmptySheetIsRefused() {
        assertThat(NoticeCheck.check(Notices.draft(2027, "", NOVEMBER, "日期,类型,名称\n\n"))
                        .faults())
                .containsExactly(NoticeDraft.Fault.of(0, "EMPTY"));
    }

    @Test
    void sheetsOfSpreadsheetsAreReadAsTheyAre() {
        assertThat(NoticeSheet.read("\uFEFF日期\t类型\t名称\r\n2027/1/1\t放假\t元旦\r\n# 说明\r\n\"2027-01-02\"，放假，元旦"))
                .containsExactly(
                        new NoticeDraft.Row(2, "2027-01-01", "放假", "元旦"),
                        new NoticeDraft.Row(4, "2027-01-02", "放假", "元旦"));
    }
}
