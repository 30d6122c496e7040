package io.mingjing.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Changes of the calendar and the moves that their previews found. */
@Mapper
interface RedatingMapper {

    /** A move and where it stands in the preview. */
    record MoveRow(int position, Redating.Move move) {}

    record KindCount(Redating.Kind kind, long number) {}

    Optional<CalendarChange> find(String id);

    /** Newest first. */
    List<CalendarChange> findAll(int limit);

    /** Waits until whoever is proposing a change has done so; held to the end of the transaction. */
    @Select("select id from casefile_calendar_gate where id = 1 for update")
    int lockGate();

    /** Those that are not decided, or not yet applied. */
    List<CalendarChange> findOpen();

    Optional<CalendarChange> findByCalendarVersion(String calendarVersion);

    /** The first on which there is work to do by then. */
    Optional<CalendarChange> findDue(Instant upTo);

    @Insert("""
            insert into casefile_redating (id, calendar_year, year_version, notice, notice_number, state, proposed_by,
              proposed_by_name, proposed_at, previewed_at, limit_count, cases_done, limits_done)
            values (#{id}, #{year}, #{yearVersion}, #{notice}, #{noticeNumber}, #{state}, #{proposedBy},
              #{proposedByName}, #{proposedAt}, #{previewedAt}, #{limits}, 0, 0)
            """)
    void insert(CalendarChange change);

    @Update("""
            update casefile_redating set previewed_at = #{at}, limit_count = #{limits}
            where id = #{id} and state = 'PROPOSED'
            """)
    int updatePreview(@Param("id") String id, @Param("at") Instant at, @Param("limits") long limits);

    /** Decides once: 0 when somebody else was first. */
    @Update("""
            update casefile_redating
            set state = #{state}, calendar_version = #{calendarVersion}, decided_by = #{by}, decided_by_name = #{name},
                decided_at = #{at}, reason = #{reason}, due_at = #{dueAt}
            where id = #{id} and state = 'PROPOSED'
            """)
    int updateDecided(
            @Param("id") String id,
            @Param("state") CalendarChange.State state,
            @Param("calendarVersion") @Nullable String calendarVersion,
            @Param("by") String by,
            @Param("name") String name,
            @Param("at") Instant at,
            @Param("reason") @Nullable String reason,
            @Param("dueAt") @Nullable Instant dueAt);

    @Update("""
            update casefile_redating set cases_done = cases_done + #{cases}, limits_done = limits_done + #{limits}
            where id = #{id}
            """)
    void updateProgress(@Param("id") String id, @Param("cases") long cases, @Param("limits") long limits);

    @Update("""
            update casefile_redating set state = 'APPLIED', applied_at = #{at}, due_at = #{lookAgainAt}
            where id = #{id} and state = 'APPROVED'
            """)
    int updateApplied(@Param("id") String id, @Param("at") Instant at, @Param("lookAgainAt") Instant lookAgainAt);

    @Update("update casefile_redating set due_at = null where id = #{id} and state = 'APPLIED'")
    void updateSettled(String id);

    void insertMoves(@Param("id") String id, @Param("rows") List<MoveRow> rows);

    @Delete("delete from casefile_redating_move where redating_id = #{id}")
    void deleteMoves(String id);

    /** @param scope only cases within it; null for all */
    List<MoveRow> findMoves(
            @Param("id") String id,
            @Param("kind") Redating.@Nullable Kind kind,
            @Param("scope") @Nullable CaseScope scope,
            @Param("after") int after,
            @Param("limit") int limit);

    @Select("""
            select kind, count(*) as number
            from casefile_redating_move
            where redating_id = #{id}
            group by kind
            """)
    List<KindCount> countMoves(String id);

    @Select("""
            select count(distinct case_id) from casefile_redating_move
            where redating_id = #{id}
            """)
    long countCases(String id);
}
