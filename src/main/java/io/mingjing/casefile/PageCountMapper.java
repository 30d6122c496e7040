package io.mingjing.casefile;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code casefile_page_count}. */
@Mapper
interface PageCountMapper {

    /** How many pages a paper of the file has. */
    record PageCount(String sourceId, int pages) {}

    @Select("select source_id, pages from casefile_page_count where case_id = #{caseId}")
    List<PageCount> findByCase(String caseId);

    @Update("""
            update casefile_page_count set pages = #{pages}, counted_by = #{by}, counted_at = #{at}
            where case_id = #{caseId} and source_id = #{sourceId}
            """)
    int update(
            @Param("caseId") String caseId,
            @Param("sourceId") String sourceId,
            @Param("pages") int pages,
            @Param("by") String by,
            @Param("at") Instant at);

    @Insert("""
            insert into casefile_page_count (case_id, source_id, pages, counted_by, counted_at)
            values (#{caseId}, #{sourceId}, #{pages}, #{by}, #{at})
            """)
    void insert(
            @Param("caseId") String caseId,
            @Param("sourceId") String sourceId,
            @Param("pages") int pages,
            @Param("by") String by,
            @Param("at") Instant at);
}
