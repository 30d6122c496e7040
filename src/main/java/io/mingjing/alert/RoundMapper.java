package io.mingjing.alert;

import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What the mails that go round tell: limits by organ. An organ's case counts for each organ it was addressed to. */
@Mapper
interface RoundMapper {

    @Select("""
            select next_at
            from alert_round
            where name = #{name}
            """)
    @Nullable
    Instant findNext(@Param("name") String name);

    @Insert("""
            insert into alert_round (name, next_at)
            values (#{name}, #{at})
            """)
    int insert(@Param("name") String name, @Param("at") Instant at);

    /** Takes a round; 0 when another node has. */
    @Update("""
            update alert_round
            set next_at = #{next}
            where name = #{name} and next_at = #{at}
            """)
    int updateNext(@Param("name") String name, @Param("at") Instant at, @Param("next") Instant next);

    /** Somebody to whom a round goes, with the own government. */
    record Reader(
            String id,
            String name,
            String email,
            String locale,
            Role role,
            String governmentId,
            String governmentPath) {}

    List<Reader> findReaders(@Param("roles") List<Role> roles);

    /**
     * The limits of an organ.
     *
     * @param met ended in time within the days asked for
     * @param late last day passed within the days asked for
     */
    record OrganRow(String organId, String name, int overdue, int red, int yellow, int met, int late) {}

    /** Paths of governments with a limit that is yellow, red or over. */
    @Select("""
            select distinct c.government_path
            from casefile_v_limit l
            join casefile_v_case c on c.id = l.case_id
            where l.state = 'RUNNING' and l.yellow_on <= #{today}
            """)
    List<String> findTroubled(@Param("today") LocalDate today);

    /** By organ, the worst first; the bureau itself stands for cases that are addressed to nobody yet. */
    List<OrganRow> count(
            @Param("path") String path,
            @Param("today") LocalDate today,
            @Param("from") LocalDate from,
            @Param("to") LocalDate to);

    /** A limit that is yellow, red or over. */
    record ItemRow(
            String organId,
            String caseId,
            String registerNo,
            @Nullable String caseNo,
            String rule,
            LocalDate dueOn) {

        String number() {
            return caseNo != null ? caseNo : registerNo;
        }
    }

    /** Red and over, the longest over first. */
    List<ItemRow> find(@Param("path") String path, @Param("today") LocalDate today, @Param("rows") int rows);
}
