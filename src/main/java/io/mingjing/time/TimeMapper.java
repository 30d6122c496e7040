package io.mingjing.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TimeMapper {

    /** Nobody has imported what came with the installation. */
    record YearRow(
            int calendarYear,
            int version,
            String status,
            String noticeName,
            String noticeNumber,
            LocalDate noticeDate,
            @Nullable String importedBy,
            @Nullable String importedByName,
            @Nullable Instant importedAt) {}

    record DayRow(
            int calendarYear, int version, LocalDate calendarDate, Notice.Kind kind, String festival, String name) {}

    /** The published version in force of each year: the highest. */
    @Select("""
            select y.calendar_year, y.version, y.status, y.notice_name, y.notice_number, y.notice_date, y.imported_by,
                   y.imported_by_name, y.imported_at
            from time_calendar_year y
            where y.status = 'PUBLISHED'
              and y.version = (select max(o.version) from time_calendar_year o
                               where o.calendar_year = y.calendar_year and o.status = 'PUBLISHED')
            order by y.calendar_year
            """)
    List<YearRow> findPublishedYears();

    @Select("""
            select calendar_year, version, status, notice_name, notice_number, notice_date, imported_by,
                   imported_by_name, imported_at
            from time_calendar_year
            where calendar_year = #{year}
            order by version desc
            """)
    List<YearRow> findVersions(int year);

    @Select("select coalesce(max(version), 0) from time_calendar_year where calendar_year = #{year}")
    int findLastVersion(int year);

    @Insert("""
            insert into time_calendar_year (calendar_year, version, status, notice_name, notice_number, notice_date,
              imported_by, imported_by_name, imported_at)
            values (#{calendarYear}, #{version}, #{status}, #{noticeName}, #{noticeNumber}, #{noticeDate},
              #{importedBy}, #{importedByName}, #{importedAt})
            """)
    void insertYear(YearRow row);

    void insertDays(@Param("year") int year, @Param("version") int version, @Param("days") List<Notice.Day> days);

    /** Only what is proposed can be decided, and once. */
    @Update("""
            update time_calendar_year set status = #{status}
            where calendar_year = #{year} and version = #{version} and status = 'PROPOSED'
            """)
    int updateStatus(
            @Param("year") int year, @Param("version") int version, @Param("status") CalendarYear.Status status);

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

    /** Changes of the catalogue that have been published; it only grows. */
    @Select("select count(*) from time_limit_draft where state = 'PUBLISHED'")
    int countPublications();
}
