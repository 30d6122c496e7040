package io.mingjing.time;

import java.time.LocalDate;

/** A notice of 2027 as it might be: invented swaps around the statutory festivals. No official one is known. */
public final class Notices {

    public static final String NAME_2027 = "国务院办公厅关于2027年部分节假日安排的通知";
    public static final String NUMBER_2027 = "国办发明电〔2026〕99号";

    public static final String SHEET_2027 = """
            日期,类型,名称
            2027-01-01,放假,元旦
            2027-01-02,放假,元旦
            2027-01-03,放假,元旦
            2027-02-05,放假,春节
            2027-02-06,放假,春节
            2027-02-07,放假,春节
            2027-02-08,放假,春节
            2027-02-09,放假,春节
            2027-02-10,放假,春节
            2027-02-11,放假,春节
            2027-02-12,放假,春节
            2027-01-31,上班,春节调休上班
            2027-02-13,上班,春节调休上班
            2027-04-03,放假,清明节
            2027-04-04,放假,清明节
            2027-04-05,放假,清明节
            2027-05-01,放假,劳动节
            2027-05-02,放假,劳动节
            2027-05-03,放假,劳动节
            2027-05-04,放假,劳动节
            2027-05-05,放假,劳动节
            2027-05-08,上班,劳动节调休上班
            2027-06-09,放假,端午节
            2027-09-15,放假,中秋节
            2027-10-01,放假,国庆节
            2027-10-02,放假,国庆节
            2027-10-03,放假,国庆节
            2027-10-04,放假,国庆节
            2027-10-05,放假,国庆节
            2027-10-06,放假,国庆节
            2027-10-07,放假,国庆节
            2027-09-26,上班,国庆节调休上班
            2027-10-09,上班,国庆节调休上班
            """;

    private Notices() {}

    public static NoticeDraft of2027(LocalDate date) {
        return draft(2027, NAME_2027, date, SHEET_2027);
    }

    public static NoticeDraft draft(int year, String name, LocalDate date, String sheet) {
        return new NoticeDraft(year, name, NUMBER_2027, date, NoticeSheet.read(sheet));
    }
}
