package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Cases about the same act, what was judged of them, and joinders. */
@Mapper
interface SimilarMapper {

    /** A case about the same act. */
    record Row(
            String caseId,
            String number,
            String governmentId,
            String organName,
            LocalDate receivedOn,
            String state,
            @Nullable String acceptance) {}

    record Judgement(String otherId, String judgement, String reason) {}

    @Select("""
            select c.id as case_id, coalesce(c.case_no, c.register_no) as number, c.government_id, o.name as organ_name,
              c.received_on, c.state, r.acceptance
            from review_case r
            join casefile_v_case c on c.id = r.case_id
            join identity_v_organ o on o.id = c.government_id
            where r.act_name = #{actName}
            order by c.received_on desc, c.id
            limit #{limit}
            """)
    List<Row> findByAct(@Param("actName") String actName, @Param("limit") int limit);

    @Select("""
            select c.id as case_id, coalesce(c.case_no, c.register_no) as number, c.government_id, o.name as organ_name,
              c.received_on, c.state, r.acceptance
            from review_case r
            join casefile_v_case c on c.id = r.case_id
            join casefile_v_case_organ x on x.case_id = r.case_id
            join identity_v_organ o on o.id = c.government_id
            where r.act_number = #{actNumber} and x.relation = 'RESPONDENT' and x.organ_id = #{organId}
            order by c.received_on desc, c.id
            limit #{limit}
            """)
    List<Row> findByNumber(
            @Param("actNumber") String actNumber, @Param("organId") String organId, @Param("limit") int limit);

    /** A decision that has taken effect. */
    record Decided(String caseId, String outcome, LocalDate servedOn) {}

    @Select("""
            select d.case_id, d.outcome, d.respondent_served_on as served_on
            from review_decision d
            join review_case r on r.case_id = d.case_id
            join casefile_v_case c on c.id = d.case_id
            join casefile_v_case_organ x on x.case_id = d.case_id
            where r.act_number = #{actNumber} and x.relation = 'RESPONDENT' and x.organ_id = #{organId}
              and c.government_id = #{governmentId} and d.case_id <> #{caseId} and d.respondent_served_on is not null
            order by d.respondent_served_on, d.case_id
            """)
    List<Decided> findDecided(
            @Param("caseId") String caseId,
            @Param("governmentId") String governmentId,
            @Param("actNumber") String actNumber,
            @Param("organId") String organId);

    @Select("select other_id, judgement, reason from review_similar where case_id = #{caseId}")
    List<Judgement> findJudgements(String caseId);

    @Delete("delete from review_similar where case_id = #{caseId} and other_id = #{otherId}")
    void deleteJudgement(@Param("caseId") String caseId, @Param("otherId") String otherId);

    @Insert("""
            insert into review_similar (case_id, other_id, judgement, reason, judged_by, judged_at)
            values (#{caseId}, #{j.otherId}, #{j.judgement}, #{j.reason}, #{by}, #{at})
            """)
    void insertJudgement(
            @Param("caseId") String caseId,
            @Param("j") Judgement judgement,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select("""
            select id, lead_id, case_id, reason, joined_on, undone_on, undone_reason, version
            from review_joinder where lead_id = #{caseId} or case_id = #{caseId}
            order by joined_on, id
            """)
    List<Joinder> findJoinders(String caseId);

    @Select("""
            select id, lead_id, case_id, reason, joined_on, undone_on, undone_reason, version
            from review_joinder where id = #{id}
            """)
    Optional<Joinder> findJoinder(String id);

    @Insert("""
            insert into review_joinder (id, lead_id, case_id, reason, joined_on, joined_by, version)
            values (#{j.id}, #{j.leadId}, #{j.caseId}, #{j.reason}, #{j.joinedOn}, #{by}, 1)
            """)
    void insertJoinder(@Param("j") Joinder joinder, @Param("by") String by);

    /** 0 when somebody else undid it first. */
    @Update("""
            update review_joinder set undone_on = #{on}, undone_reason = #{reason}, undone_by = #{by}, version = version + 1
            where id = #{id} and version = #{version} and undone_on is null
            """)
    int updateUndone(
            @Param("id") String id,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("reason") String reason,
            @Param("by") String by);
}
