package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface TimeMapper {

    record YearRow(int calendarYear, int version, String noticeName, String noticeNumber, LocalDate noticeDate) {}

    record DayRow(
            int calendarYear, int version, LocalDate calendarDate, Notice.Kind kind, String festival, String name) {}

    /** The published version in force of each year: the highest. */
    @Select("""
            select y.calendar_year, y.version, y.notice_name, y.notice_number, y.notice_date
            from time_calendar_year y
            where y.status = 'PUBLISHED'
              and y.version = (select max(o.version) from time_calendar_year o
                               where o.calendar_year = y.calendar_year and o.status = 'PUBLISHED')
            order by y.calendar_year
            """)
    List<YearRow> findPublishedYears();

    /** Every day of every version; the reader keeps those of the versions in force. */
    @Select("""
            select d.calendar_year, d.version, d.calendar_date, d.kind, d.festival, d.name
            from time_calendar_day d
            order by d.calendar_year, d.version, d.calendar_date
            """)
    List<DayRow> findDays();

    @Select("""
            select id, limit_length as length, lead_length, method, unit, max_extension, extension_free, pausable,
                   article, basis, basis_en, meaning, meaning_en, start_event, start_event_en,
                   on_lapse, yellow, red, valid_from, valid_to, organ_id
            from time_limit_rule
            order by position, id, valid_from
            """)
    List<LimitRule> findRules();
}
