package io.mingjing.time;

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

/** Drafts of the catalogue, their examples, and what a publication writes into the catalogue itself. */
@Mapper
interface LimitDraftMapper {

    /** A draft without its examples. */
    record Row(
            String id,
            LimitDraft.Kind kind,
            LimitDraft.State state,
            String ruleId,
            @Nullable String organId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Integer length,
            int leadLength,
            Method method,
            DayUnit unit,
            int maxExtension,
            boolean extensionFree,
            boolean pausable,
            String article,
            String basis,
            String basisEn,
            String meaning,
            String meaningEn,
            String startEvent,
            String startEventEn,
            OnLapse onLapse,
            int yellow,
            int red,
            String remark,
            String draftedBy,
            String editedBy,
            String editedName,
            Instant editedAt,
            @Nullable String decidedBy,
            @Nullable String decidedName,
            @Nullable Instant decidedAt,
            int version) {}

    record ExampleRow(
            int seq,
            LocalDate startOn,
            String pauses,
            int extension,
            @Nullable Integer setLength,
            @Nullable DayUnit setUnit,
            String expected) {}

    @Select("""
            select id, kind, state, rule_id, organ_id, valid_from, valid_to, limit_length as length, lead_length, method,
                   unit, max_extension, extension_free, pausable, article, basis, basis_en, meaning, meaning_en,
                   start_event, start_event_en, on_lapse, yellow, red, remark, drafted_by, edited_by, edited_name,
                   edited_at, decided_by, decided_name, decided_at, version
            from time_limit_draft
            where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("select id from time_limit_draft where id = #{id} for update")
    Optional<String> findForUpdate(String id);

    @Select("""
            select id, kind, state, rule_id, organ_id, valid_from, valid_to, limit_length as length, lead_length, method,
                   unit, max_extension, extension_free, pausable, article, basis, basis_en, meaning, meaning_en,
                   start_event, start_event_en, on_lapse, yellow, red, remark, drafted_by, edited_by, edited_name,
                   edited_at, decided_by, decided_name, decided_at, version
            from time_limit_draft
            where state = 'DRAFT'
            order by id desc
            """)
    List<Row> findOpen();

    @Select("""
            select id, kind, state, rule_id, organ_id, valid_from, valid_to, limit_length as length, lead_length, method,
                   unit, max_extension, extension_free, pausable, article, basis, basis_en, meaning, meaning_en,
                   start_event, start_event_en, on_lapse, yellow, red, remark, drafted_by, edited_by, edited_name,
                   edited_at, decided_by, decided_name, decided_at, version
            from time_limit_draft
            where rule_id = #{ruleId}
            order by id desc
            """)
    List<Row> findOfRule(String ruleId);

    @Select("""
            select seq, start_on, pauses, extension, set_length, set_unit, expected
            from time_limit_example
            where draft_id = #{draftId}
            order by seq
            """)
    List<ExampleRow> findExamples(String draftId);

    @Insert("""
            insert into time_limit_draft (id, kind, state, rule_id, organ_id, valid_from, valid_to, limit_length,
              lead_length, method, unit, max_extension, extension_free, pausable, article, basis, basis_en, meaning,
              meaning_en, start_event, start_event_en, on_lapse, yellow, red, remark, drafted_by, edited_by, edited_name,
              edited_at, version)
            values (#{id}, #{kind}, #{state}, #{ruleId}, #{organId}, #{validFrom}, #{validTo}, #{length},
              #{leadLength}, #{method}, #{unit}, #{maxExtension}, #{extensionFree}, #{pausable}, #{article}, #{basis},
              #{basisEn}, #{meaning}, #{meaningEn}, #{startEvent}, #{startEventEn}, #{onLapse}, #{yellow}, #{red},
              #{remark}, #{draftedBy}, #{editedBy}, #{editedName}, #{editedAt}, #{version})
            """)
    void insert(Row row);

    /** Writes the next version of an open draft; 0 when somebody else was first or it is decided. */
    @Update("""
            update time_limit_draft
            set valid_from = #{row.validFrom}, valid_to = #{row.validTo}, limit_length = #{row.length},
                lead_length = #{row.leadLength}, method = #{row.method}, unit = #{row.unit},
                max_extension = #{row.maxExtension}, extension_free = #{row.extensionFree},
                pausable = #{row.pausable}, article = #{row.article}, basis = #{row.basis}, basis_en = #{row.basisEn},
                meaning = #{row.meaning}, meaning_en = #{row.meaningEn}, start_event = #{row.startEvent},
                start_event_en = #{row.startEventEn}, on_lapse = #{row.onLapse}, yellow = #{row.yellow},
                red = #{row.red}, remark = #{row.remark}, edited_by = #{row.editedBy},
                edited_name = #{row.editedName}, edited_at = #{row.editedAt}, version = #{row.version}
            where id = #{row.id} and version = #{before} and state = 'DRAFT'
            """)
    int update(@Param("row") Row row, @Param("before") int before);

    @Update("""
            update time_limit_draft
            set state = #{state}, decided_by = #{by}, decided_name = #{name}, decided_at = #{at}, version = version + 1
            where id = #{id} and version = #{before} and state = 'DRAFT'
            """)
    int updateDecided(
            @Param("id") String id,
            @Param("before") int before,
            @Param("state") LimitDraft.State state,
            @Param("by") String by,
            @Param("name") String name,
            @Param("at") Instant at);

    @Delete("delete from time_limit_example where draft_id = #{draftId}")
    void deleteExamples(String draftId);

    @Insert("""
            insert into time_limit_example (draft_id, seq, start_on, pauses, extension, set_length, set_unit, expected)
            values (#{draftId}, #{row.seq}, #{row.startOn}, #{row.pauses}, #{row.extension}, #{row.setLength},
              #{row.setUnit}, #{row.expected})
            """)
    void insertExample(@Param("draftId") String draftId, @Param("row") ExampleRow row);

    /** Place of a limit in the catalogue; empty for a limit that is new. */
    @Select("select max(position) from time_limit_rule where id = #{id}")
    @Nullable
    Integer findPosition(String id);

    @Select("select max(position) from time_limit_rule")
    int findLastPosition();

    /** A published version; it is never changed afterwards but for its last day. */
    @Insert("""
            insert into time_limit_rule (id, valid_from, valid_to, position, limit_length, lead_length, method, unit,
              max_extension, extension_free, pausable, article, basis, basis_en, meaning, meaning_en, start_event,
              start_event_en, on_lapse, yellow, red, organ_id)
            values (#{rule.id}, #{rule.validFrom}, #{rule.validTo}, #{position}, #{rule.length}, #{rule.leadLength},
              #{rule.method}, #{rule.unit}, #{rule.maxExtension}, #{rule.extensionFree}, #{rule.pausable},
              #{rule.article}, #{rule.basis}, #{rule.basisEn}, #{rule.meaning}, #{rule.meaningEn}, #{rule.startEvent},
              #{rule.startEventEn}, #{rule.onLapse}, #{rule.yellow}, #{rule.red}, #{rule.organId})
            """)
    void insertRule(@Param("rule") LimitRule rule, @Param("position") int position);

    /** Gives the version that began on that day its last day; 0 when it has an earlier one already. */
    @Update("""
            update time_limit_rule set valid_to = #{last}
            where id = #{id} and valid_from = #{validFrom} and (valid_to is null or valid_to >= #{last})
            """)
    int updateValidTo(@Param("id") String id, @Param("validFrom") LocalDate validFrom, @Param("last") LocalDate last);
}
