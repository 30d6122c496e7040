package io.mingjing.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What people have on their desks; lists of ids are in the XML of the same name. */
@Mapper
interface LoadMapper {

    /** So many open tasks of a person that are due on one day. */
    record Due(String assignee, LocalDate sortDue, int tasks) {}

    List<Due> findLoads(@Param("people") Collection<String> people);

    @Select("select user_id from casefile_v_handler where case_id = #{caseId}")
    List<String> findHandlers(@Param("caseId") String caseId);
}
