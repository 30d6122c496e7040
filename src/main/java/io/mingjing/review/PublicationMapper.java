package io.mingjing.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_publication}. */
@Mapper
interface PublicationMapper {

    @Insert("""
            insert into review_publication (case_id, title, body, proposed_by, proposed_by_name, proposed_at, version)
            values (#{caseId}, #{title}, #{body}, #{proposedBy}, #{proposedByName}, #{proposedAt}, 0)
            """)
    void insert(Publication publication);

    /** A further proposal; a check of the one before says nothing of it. */
    @Update("""
            update review_publication set title = #{title}, body = #{body}, proposed_by = #{proposedBy},
              proposed_by_name = #{proposedByName}, proposed_at = #{proposedAt}, checked_by = null,
              checked_by_name = null, published_on = null, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateText(Publication publication);

    @Update("""
            update review_publication set checked_by = #{checkedBy}, checked_by_name = #{checkedByName},
              published_on = #{publishedOn}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateState(Publication publication);

    @Select("""
            select case_id, title, body, proposed_by, proposed_by_name, proposed_at, checked_by, checked_by_name,
              published_on, version
            from review_publication where case_id = #{caseId}
            """)
    Optional<Publication> find(String caseId);

    /** The public list, newest first, after the given place. */
    List<Publication> searchPublished(
            @Param("patterns") List<String> patterns,
            @Param("before") LocalDate before,
            @Param("beforeId") String beforeId,
            @Param("limit") int limit);
}
