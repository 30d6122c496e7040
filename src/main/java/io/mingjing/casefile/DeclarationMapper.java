package io.mingjing.casefile;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code casefile_declaration}. */
@Mapper
interface DeclarationMapper {

    /**
     * A declaration that meets a case.
     *
     * @param role of the party; null where the act itself is met
     */
    record Met(
            Declaration.Relation relation,
            String name,
            @Nullable PartyRole role) {}

    @Select("""
            select id, user_id, relation, name, note, declared_at, ended_at
            from casefile_declaration
            where user_id = #{userId}
            order by declared_at desc, id
            """)
    List<Declaration> findByUser(String userId);

    @Insert("""
            insert into casefile_declaration (id, user_id, relation, name, note, declared_at)
            values (#{id}, #{userId}, #{relation}, #{name}, #{note}, #{declaredAt})
            """)
    void insert(Declaration declaration);

    @Update("""
            update casefile_declaration set ended_at = #{at}
            where id = #{id} and user_id = #{userId} and ended_at is null
            """)
    int updateEnded(@Param("id") String id, @Param("userId") String userId, @Param("at") Instant at);

    @Select("select count(*) from casefile_declaration where user_id = #{userId} and ended_at is null")
    int countStanding(String userId);

    /** What a person has declared that meets a case: its parties by name, the act by the title of the case. */
    @Select("""
            select d.relation, d.name, p.role
            from casefile_declaration d
            join casefile_party p on p.case_id = #{caseId} and p.left_on is null and p.name = d.name
            where d.user_id = #{userId} and d.ended_at is null and d.relation <> 'HANDLED_ACT'
            union all
            select d.relation, d.name, null as role
            from casefile_declaration d
            join casefile_case c on c.id = #{caseId} and locate(d.name, c.title) > 0
            where d.user_id = #{userId} and d.ended_at is null and d.relation = 'HANDLED_ACT'
            """)
    List<Met> findMeeting(@Param("caseId") String caseId, @Param("userId") String userId);

    /** Handlers of an open case who have declared anything that may meet it. */
    @Select("""
            select distinct h.user_id
            from casefile_handler h
            join casefile_case c on c.id = h.case_id and c.state = 'OPEN'
            join casefile_declaration d on d.user_id = h.user_id and d.ended_at is null
            where h.case_id = #{caseId}
              and ((d.relation = 'HANDLED_ACT' and locate(d.name, c.title) > 0)
                   or exists (select 1 from casefile_party p
                              where p.case_id = h.case_id and p.left_on is null and p.name = d.name))
            order by h.user_id
            """)
    List<String> findConflicted(String caseId);

    /** Open cases that a person handles. */
    @Select("""
            select h.case_id
            from casefile_handler h join casefile_case c on c.id = h.case_id
            where h.user_id = #{userId} and c.state = 'OPEN'
            order by h.case_id
            """)
    List<String> findHandled(String userId);
}
