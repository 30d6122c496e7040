package io.mingjing.web;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What has changed since somebody looked, and whom it concerns; lists of ids are in the XML of the same name. */
@Mapper
interface LiveMapper {

    /** An act on a case. */
    record Happened(long seq, String caseId) {}

    /** Whom a case concerns by one of its tasks. */
    record Concerned(
            String poolKey,
            @Nullable String assignee,
            @Nullable String closedBy,
            @Nullable String organId,
            String governmentPath) {}

    /** The number of the last act. */
    @Select("select seq from audit_v_head")
    long findHead();

    @Select("""
            select seq, case_id
            from audit_v_entry
            where seq > #{after} and seq <= #{upTo} and case_id is not null
            order by seq
            """)
    List<Happened> findActs(@Param("after") long after, @Param("upTo") long upTo);

    List<Concerned> findConcerned(@Param("cases") Collection<String> cases);

    List<String> findReceivers(@Param("cases") Collection<String> cases);
}
