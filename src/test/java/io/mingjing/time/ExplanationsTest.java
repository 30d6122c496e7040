package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationsTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;

    private final Explanations explanations = TimeFixture.explanations();

    @Test
    void aWorkingDayLimitNamesRestDaysByNoticeAndTheMakeUpDaysThatCount() {
        assertThat(paragraph("AR-FIX", "2026-04-29", "", 0, ZH))
                .isEqualTo("自2026年4月29日（申请人收到补正通知之日）起算，依照期间开始之日不计入期间的规定，当日不计入，期限为10个工作日。"
                        + "其间下列休息日不计入：周末1日；《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）所定劳动节放假5日"
                        + "（2026年5月1日至2026年5月5日）。其间下列调休上班日属工作日，已计入：国办发明电〔2025〕7号所定劳动节调休上班1日"
                        + "（2026年5月9日）。期限于2026年5月15日届满。依据：《行政复议法》第三十一条第二款。");
        assertThat(paragraph("AR-FIX", "2026-04-29", "", 0, EN))
                .isEqualTo(
                        "The limit of 10 working days runs from 29 April 2026 (the day on which the applicant received the"
                                + " correction notice); the day on which a period begins does not count. Rest days not counted:"
                                + " 1 weekend day; by the State Council General Office notice 《国务院办公厅关于2026年部分节假日安排的通知》"
                                + " (国办发明电〔2025〕7号): Labour Day, 5 days off (1 May 2026 to 5 May 2026). Make-up working days"
                                + " counted: by 国办发明电〔2025〕7号: for Labour Day, 1 day (9 May 2026). The limit ends on"
                                + " 15 May 2026. Legal basis: Administrative Reconsideration Law art. 31(2).");
    }

    @Test
    void aRolledLimitSaysWhyAndWhere() {
        assertThat(paragraph("AR-DECIDE-ORD", "2025-11-03", "", 0, ZH))
                .contains("最后一日2026年1月2日逢《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）所定元旦放假，"
                        + "依法顺延至其后第一个工作日，即国办发明电〔2025〕7号所定元旦调休上班日，期限于2026年1月4日届满。");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-07-15", "", 0, ZH))
                .contains("最后一日2026年9月13日逢周末休息日，依法顺延至其后第一个工作日，期限于2026年9月14日届满。");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-07-15", "", 0, EN))
                .contains(
                        "The last day, 13 September 2026, falls on a weekend; the limit moves to the first working day"
                                + " after it and ends on 14 September 2026.");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-03-10", "", 0, ZH)).contains("劳动节调休上班日，属工作日，不顺延，期限于当日届满。");
    }

    @Test
    void pausesStandWithTheirGroundsAndTheExtensionWithItsBase() {
        LimitRequest request = new LimitRequest(
                "AR-DECIDE-ORD",
                LocalDate.of(2026, 1, 5),
                List.of(new Pause(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 3), "需要等待其他案件的审理结果")),
                15,
                null,
                null);
        Computed computed = TimeFixture.LIMITS.compute(request);

        assertThat(explanations.paragraph(computed, ZH))
                .contains("2026年2月10日至2026年3月2日停止计算21日（需要等待其他案件的审理结果），自2026年3月3日起恢复计算。")
                .contains("经批准延长15日，自起算日起合并计算。");
        assertThat(explanations.paragraph(computed, EN))
                .contains("The clock stood still 10 February 2026 to 2 March 2026, 21 days (需要等待其他案件的审理结果),"
                        + " and resumed on 3 March 2026.")
                .contains("Extended by 15 natural days with approval, counted together from the start.");
    }

    @Test
    void pausesNameTheirDocumentAndExtensionsWhoGrantedThem() {
        Computed computed = TimeFixture.LIMITS.compute(new LimitRequest(
                "AR-DECIDE-ORD",
                LocalDate.of(2026, 1, 5),
                List.of(new Pause(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 3), "现场勘验所用时间", "沈和政复中〔2026〕3号")),
                List.of(
                        new Extension(20, "周正", LocalDate.of(2026, 3, 10), "沈和政复延〔2026〕1号"),
                        new Extension(10, "周正", LocalDate.of(2026, 3, 20), null)),
                null,
                null));

        assertThat(explanations.paragraph(computed, ZH))
                .contains("2026年2月10日至2026年3月2日停止计算21日（现场勘验所用时间；文书：沈和政复中〔2026〕3号），自2026年3月3日起恢复计算。")
                .contains("经周正于2026年3月10日批准延长20日（沈和政复延〔2026〕1号）；经周正于2026年3月20日批准延长10日，自起算日起合并计算。");
        assertThat(explanations.paragraph(computed, EN))
                .contains("document 沈和政复中〔2026〕3号), and resumed on 3 March 2026.")
                .contains("Extended by 20 natural days with the approval of 周正 on 10 March 2026 (沈和政复延〔2026〕1号);"
                        + " Extended by 10 natural days with the approval of 周正 on 20 March 2026,"
                        + " counted together from the start.");
        assertThat(computed.steps().stream().map(step -> explanations.text(step, ZH)))
                .anyMatch(line -> line.startsWith("延长30日的首日（经周正于2026年3月10日批准延长20日"))
                .anyMatch(line -> line.contains("停止计算21日（现场勘验所用时间；文书：沈和政复中〔2026〕3号）"));
    }

    @Test
    void aProvisionalDateSaysSo() {
        assertThat(paragraph("AR-INTAKE", "2026-12-30", "", 0, ZH))
                .contains("周末2日；元旦法定节日1日（2027年1月1日）（2027年放假通知尚未发布）。", "系暂定日期");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-12-07", "", 0, ZH)).contains("逢春节法定节日（2027年放假通知尚未发布），依法顺延");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-12-07", "", 0, EN)).contains("provisional");
        assertThat(paragraph("AR-DECIDE-ORD", "2026-03-02", "", 0, EN)).doesNotContain("provisional");
    }

    @Test
    void anOpenPauseIsTheEndOfTheStory() {
        assertThat(paragraph("AR-DECIDE-ORD", "2026-03-02", "2026-03-20/", 0, ZH))
                .contains("自2026年3月20日起停止计算，恢复之前没有届满日。")
                .doesNotContain("届满。");
    }

    @ParameterizedTest
    @CsvSource({
        "AR-DEEMED-DECIDE, 2025-09-30, 先计5个工作日，其后期限为60日。至2025年10月14日满5个工作日未作处理，该日视为受理",
        "AR-NONPERF-APPLY, 2026-07-05, 先计60日，其后期限为60日。至2026年9月3日满60日，申请期限自次日起算。",
        "ND-VALID5Y, 2024-03-01, 自2024年3月1日（施行之日）起，有效期为5年。最后有效日为2029年2月28日",
        "AR-SUSP60, 2026-03-01, 至2026年4月30日期满，逢休息日不顺延。",
        "AR-HEARNOTICE, 2026-02-26, 向前应间隔完整的5个工作日。",
        "AR-HEARNOTICE, 2026-02-26, 最迟应于2026年2月11日通知。",
        "AR-INTAKE, 2023-03-01, 起算日早于所适用版本的施行日（2024年1月1日），此处按该版本推算。",
        "LIT-6M, 2025-08-20, 期限为6个月。",
    })
    void everyKindOfLimitHasItsSentence(String rule, String start, String sentence) {
        assertThat(paragraph(rule, start, "", 0, ZH)).contains(sentence);
    }

    @Test
    void everyDayOfTheWalkHasItsLine() {
        assertThat(lines("AR-INTAKE", "2025-12-30", "", 0, ZH))
                .containsExactly(
                        "2025-12-30 0 起算事件发生之日，依法不计入期间，次日为第1日",
                        "2025-12-31 1 工作日，计为第1日",
                        "2026-01-01 0 元旦放假（国办发明电〔2025〕7号），不计入",
                        "2026-01-02 0 元旦放假（国办发明电〔2025〕7号），不计入",
                        "2026-01-03 0 元旦放假（国办发明电〔2025〕7号），不计入",
                        "2026-01-04 2 元旦调休上班日（国办发明电〔2025〕7号），按工作日计为第2日",
                        "2026-01-05 3 工作日，计为第3日",
                        "2026-01-06 4 工作日，计为第4日",
                        "2026-01-07 5 第5日，期限届满");
        assertThat(lines("AR-DECIDE-SIM", "2026-01-16", "2026-01-18/2026-01-20", 0, EN))
                .startsWith(
                        "2026-01-16 0 The day of the event does not count; the next day is day 1",
                        "2026-01-17 1 Day 1",
                        "2026-01-18 0 The clock stands from 18 January 2026 to 19 January 2026, 2 days; this time does"
                                + " not count",
                        "2026-01-20 2 The clock resumes; this day counts, day 2")
                .endsWith(
                        "2026-02-17 30 Day 30, the last day, falls on a day off for Spring Festival by 国办发明电〔2025〕7号:"
                                + " the limit moves on",
                        "2026-02-18 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-19 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-20 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-21 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-22 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-23 0 Holiday: Spring Festival (国办发明电〔2025〕7号), does not count",
                        "2026-02-24 30 First working day after the rest days: the limit ends");
        assertThat(lines("AR-HEARNOTICE", "2026-03-16", "", 0, ZH))
                .last()
                .isEqualTo("2026-03-06 0 最迟通知日，与事件之间间隔5个完整工作日");
        assertThat(lines("AR-FIX", "2026-03-02", "", 2, ZH)).contains("2026-03-17 11 延长2日的首日，自起算日连续计算为第11日");
    }

    @Test
    void noTextIsMissingOrLeftUnfilledInEitherLanguage() {
        for (LimitRule rule : TimeFixture.LIMITS.rules()) {
            for (String start : List.of("2025-11-03", "2026-01-16", "2026-02-26", "2026-12-07", "2027-01-28")) {
                LimitRequest request = new LimitRequest(
                        rule.id(),
                        LocalDate.parse(start),
                        rule.pausable() ? TimeFixture.pauses("2026-03-01/2026-03-05") : List.of(),
                        rule.maxExtension(),
                        rule.setByDocument() ? 20 : null,
                        rule.setByDocument() ? DayUnit.WORKING_DAY : null);
                Computed computed = TimeFixture.LIMITS.compute(request);
                for (Locale locale : List.of(ZH, EN)) {
                    assertThat(explanations.paragraph(computed, locale))
                            .as(request.toString())
                            .doesNotContain("{", "null", "time.", "：。", "（）");
                    computed.steps()
                            .forEach(step ->
                                    assertThat(explanations.text(step, locale)).doesNotContain("{", "null", "time."));
                }
            }
        }
    }

    private String paragraph(String rule, String start, String pauses, int extension, Locale locale) {
        return explanations.paragraph(
                TimeFixture.LIMITS.compute(TimeFixture.request(rule, start, pauses, extension)), locale);
    }

    private List<String> lines(String rule, String start, String pauses, int extension, Locale locale) {
        return TimeFixture.LIMITS.compute(TimeFixture.request(rule, start, pauses, extension)).steps().stream()
                .map(step -> step.date() + " " + step.day() + " " + explanations.text(step, locale))
                .toList();
    }
}
