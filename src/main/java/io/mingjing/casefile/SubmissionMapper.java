package io.mingjing.casefile;

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

/** Submissions are added and never changed; drafts come and go. */
@Mapper
interface SubmissionMapper {

    record Row(
            String id,
            String caseId,
            @Nullable String taskId,
            String processKey,
            String taskKey,
            String formId,
            int formVersion,
            String valuesSealed,
            String valuesKey,
            String digest,
            @Nullable String formKey,
            String actorId,
            String actorName,
            Instant submittedAt,
            @Nullable LocalDate actedOn) {}

    record Draft(String valuesSealed, String valuesKey, Instant savedAt) {}

    @Insert("""
            insert into casefile_submission (id, case_id, task_id, process_key, task_key, form_id, form_version,
              values_sealed, values_key, digest, form_key, actor_id, actor_name, submitted_at,
              acted_on)
            values (#{id}, #{caseId}, #{taskId}, #{processKey}, #{taskKey}, #{formId}, #{formVersion},
              #{valuesSealed}, #{valuesKey}, #{digest}, #{formKey}, #{actorId}, #{actorName}, #{submittedAt},
              #{actedOn})
            """)
    void insert(Row row);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            where case_id = #{caseId}
            order by id
            """)
    List<Row> findByCase(String caseId);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            where task_id = #{taskId}
            """)
    Optional<Row> findByTask(String taskId);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            where case_id = #{caseId} and process_key = #{processKey} and task_key = #{taskKey}
            order by id desc
            limit 1
            """)
    Optional<Row> findLastOfStep(
            @Param("caseId") String caseId, @Param("processKey") String processKey, @Param("taskKey") String taskKey);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            where case_id = #{caseId} and id > #{id}
            order by id
            """)
    List<Row> findAfter(@Param("caseId") String caseId, @Param("id") String id);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            where form_key = #{formKey}
            """)
    Optional<Row> findByFormKey(String formKey);

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            order by id
            limit 1
            """)
    Optional<Row> findFirst();

    @Select("""
            select id, case_id, task_id, process_key, task_key, form_id, form_version, values_sealed, values_key,
                   digest, form_key, actor_id, actor_name, submitted_at, acted_on
            from casefile_submission
            order by id desc
            limit 1
            """)
    Optional<Row> findLast();

    @Select("select count(*) from casefile_submission where case_id = #{caseId} and actor_id = #{actorId}")
    int countByActor(@Param("caseId") String caseId, @Param("actorId") String actorId);

    @Select("""
            select values_sealed, values_key, saved_at from casefile_draft
            where task_id = #{taskId} and user_id = #{userId}
            """)
    Optional<Draft> findDraft(@Param("taskId") String taskId, @Param("userId") String userId);

    @Update("""
            update casefile_draft set values_sealed = #{sealed}, values_key = #{key}, saved_at = #{at}
            where task_id = #{taskId} and user_id = #{userId}
            """)
    int updateDraft(
            @Param("taskId") String taskId,
            @Param("userId") String userId,
            @Param("sealed") String sealed,
            @Param("key") String key,
            @Param("at") Instant at);

    @Insert("""
            insert into casefile_draft (task_id, user_id, values_sealed, values_key, saved_at)
            values (#{taskId}, #{userId}, #{sealed}, #{key}, #{at})
            """)
    void insertDraft(
            @Param("taskId") String taskId,
            @Param("userId") String userId,
            @Param("sealed") String sealed,
            @Param("key") String key,
            @Param("at") Instant at);

    @Delete("delete from casefile_draft where task_id = #{taskId}")
    int deleteDrafts(String taskId);
}
