package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CaseMapper {

    /** A row of the search, before parties, handlers and limits are added. */
    record Found(
            String id,
            Area area,
            String kind,
            String registerNo,
            @Nullable String caseNo,
            String title,
            CaseState state,
            @Nullable String outcome,
            @Nullable String stage,
            LocalDate receivedOn,
            @Nullable LocalDate closedOn,
            String governmentId,
            String government,
            String titleSort) {}

    record NameOfCase(String caseId, String name) {}

    @Select("""
            select id, area, kind, register_no, case_no, query_code, title, state, government_id, government_path,
                   unit_id, procedure_code as `procedure`, received_on, closed_on, archived_on, outcome, stage, version,
                   registered_at
            from casefile_case
            where id = #{id}
            """)
    Optional<CaseFile> find(String id);

    @Select("""
            select id, area, kind, register_no, case_no, query_code, title, state, government_id, government_path,
                   unit_id, procedure_code as `procedure`, received_on, closed_on, archived_on, outcome, stage, version,
                   registered_at
            from casefile_case
            where query_code = #{queryCode}
            """)
    Optional<CaseFile> findByQueryCode(String queryCode);

    @Select("select id from casefile_case where register_no = #{number} or case_no = #{number} order by id limit 20")
    List<String> findIdsByNumber(String number);

    /** @param stale open limits that stand on another calendar than the one asked for */
    record Locked(String id, CaseState state, long stale) {}

    @Select("select id from casefile_case where id = #{id} for update")
    Optional<String> findForUpdate(String id);

    /** First lock of every act on a case (lock order: case, limits, counter, head of the log). */
    @Select("""
            select c.id, c.state,
                   (select count(*) from casefile_limit l
                    where l.case_id = c.id and l.state in ('RUNNING', 'PAUSED')
                      and l.calendar_version != #{calendar}) as stale
            from casefile_case c
            where c.id = #{id}
            for update
            """)
    Optional<Locked> findLocked(@Param("id") String id, @Param("calendar") String calendar);

    @Insert("""
            insert into casefile_case (id, area, kind, register_no, case_no, query_code, title, title_sort, search_text,
              state, outcome, stage, procedure_code, government_id, government_path, unit_id, received_on, closed_on,
              archived_on, registered_by, registered_at, version)
            values (#{file.id}, #{file.area}, #{file.kind}, #{file.registerNo}, #{file.caseNo}, #{file.queryCode},
              #{file.title}, #{titleSort}, #{searchText}, #{file.state}, #{file.outcome}, #{file.stage},
              #{file.procedure}, #{file.governmentId}, #{file.governmentPath}, #{file.unitId}, #{file.receivedOn},
              #{file.closedOn}, #{file.archivedOn}, #{registeredBy}, #{file.registeredAt}, #{file.version})
            """)
    void insert(
            @Param("file") CaseFile file,
            @Param("titleSort") String titleSort,
            @Param("searchText") String searchText,
            @Param("registeredBy") String registeredBy);

    /** 0 when somebody else changed the case since it was read. */
    @Update("""
            update casefile_case
            set case_no = #{file.caseNo}, title = #{file.title}, title_sort = #{titleSort}, state = #{file.state},
                outcome = #{file.outcome}, stage = #{file.stage}, procedure_code = #{file.procedure},
                closed_on = #{file.closedOn}, archived_on = #{file.archivedOn}, version = version + 1
            where id = #{file.id} and version = #{file.version}
            """)
    int update(@Param("file") CaseFile file, @Param("titleSort") String titleSort);

    @Update("""
            update casefile_case
            set government_id = #{governmentId}, government_path = #{governmentPath}, unit_id = #{unitId},
                version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateGovernment(
            @Param("id") String id,
            @Param("governmentId") String governmentId,
            @Param("governmentPath") String governmentPath,
            @Param("unitId") String unitId,
            @Param("version") int version);

    /** The stage is the engine's, nobody's form: whoever wrote it last is right. */
    @Update("""
            update casefile_case
            set stage = #{stage}, version = version + 1
            where id = #{id} and kind = #{kind} and (stage is null or stage <> #{stage})
            """)
    int updateStage(@Param("id") String id, @Param("kind") String kind, @Param("stage") String stage);

    @Update("update casefile_case set search_text = #{searchText} where id = #{id}")
    int updateSearchText(@Param("id") String id, @Param("searchText") String searchText);

    @Delete("delete from casefile_gram where case_id = #{caseId}")
    int deleteGrams(String caseId);

    int insertGrams(@Param("caseId") String caseId, @Param("grams") Collection<String> grams);

    @Select("select gram from casefile_gram where case_id = #{caseId}")
    List<String> findGrams(String caseId);

    /**
     * {@link #findLocked} and {@link #find} at once, for a reader who sees the case; empty also where an open limit
     * stands on another calendar than the one asked for.
     */
    Optional<CaseFile> findVisibleForUpdate(
            @Param("id") String id, @Param("scope") CaseScope scope, @Param("calendar") String calendar);

    Set<String> findVisible(@Param("ids") Collection<String> ids, @Param("scope") CaseScope scope);

    int countVisible(@Param("id") String id, @Param("scope") CaseScope scope);

    List<Found> search(@Param("find") CaseSearch search, @Param("scope") CaseScope scope);

    int countFound(@Param("find") CaseSearch search, @Param("scope") CaseScope scope, @Param("most") int most);

    /** Names of people who still are parties, without agents. */
    List<NameOfCase> findPartyNames(@Param("ids") List<String> ids);

    List<NameOfCase> findLeadNames(@Param("ids") List<String> ids);

    @Insert("""
            insert into casefile_case_organ (case_id, organ_id, relation, since)
            values (#{caseId}, #{organId}, #{relation}, #{since})
            """)
    void insertOrgan(
            @Param("caseId") String caseId,
            @Param("organId") String organId,
            @Param("relation") PartyRole relation,
            @Param("since") @Nullable LocalDate since);

    /** 0 where something has been addressed to the organ, or there is none. */
    @Delete("""
            delete from casefile_case_organ
            where case_id = #{caseId} and organ_id = #{organId} and relation = #{relation} and since is null
            """)
    int deleteUnaddressedOrgan(
            @Param("caseId") String caseId, @Param("organId") String organId, @Param("relation") PartyRole relation);

    @Select("""
            select count(*) from casefile_case_organ
            where case_id = #{caseId} and organ_id = #{organId} and relation = #{relation}
            """)
    int countOrgan(
            @Param("caseId") String caseId, @Param("organId") String organId, @Param("relation") PartyRole relation);

    @Update("""
            update casefile_case_organ set since = #{since}
            where case_id = #{caseId} and relation = #{relation} and since is null
            """)
    int updateAddressed(
            @Param("caseId") String caseId, @Param("relation") PartyRole relation, @Param("since") LocalDate since);

    @Update("""
            update casefile_case_organ set since = #{since}
            where case_id = #{caseId} and organ_id = #{organId} and since is null
            """)
    int updateOrganAddressed(
            @Param("caseId") String caseId, @Param("organId") String organId, @Param("since") LocalDate since);

    @Select("""
            select o.organ_id from casefile_case_organ o
            where o.case_id = #{caseId} and o.relation = #{relation}
            order by o.organ_id
            """)
    List<String> findOrgans(@Param("caseId") String caseId, @Param("relation") PartyRole relation);

    @Select("select on_date from casefile_key_date where case_id = #{caseId} and name = #{name}")
    Optional<LocalDate> findKeyDate(@Param("caseId") String caseId, @Param("name") String name);

    @Select("select name, on_date from casefile_key_date where case_id = #{caseId} order by on_date, name")
    List<KeyDates.Row> findKeyDates(String caseId);

    @Select("select version from casefile_key_date where case_id = #{caseId} and name = #{name}")
    Optional<Integer> findKeyDateVersion(@Param("caseId") String caseId, @Param("name") String name);

    @Insert("""
            insert into casefile_key_date (case_id, name, on_date, version)
            values (#{caseId}, #{name}, #{on}, 1)
            """)
    void insertKeyDate(@Param("caseId") String caseId, @Param("name") String name, @Param("on") LocalDate on);

    @Update("""
            update casefile_key_date set on_date = #{on}, version = version + 1
            where case_id = #{caseId} and name = #{name} and version = #{version}
            """)
    int updateKeyDate(
            @Param("caseId") String caseId,
            @Param("name") String name,
            @Param("on") LocalDate on,
            @Param("version") int version);

    @Insert("""
            insert into casefile_key_date_change (case_id, name, version, on_date, set_by, set_by_name, set_at)
            values (#{caseId}, #{name}, #{version}, #{on}, #{by}, #{byName}, #{at})
            """)
    void insertKeyDateChange(
            @Param("caseId") String caseId,
            @Param("name") String name,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("by") String by,
            @Param("byName") String byName,
            @Param("at") Instant at);
}
