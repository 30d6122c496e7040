package io.mingjing.review;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Rows of {@code review_archive}. */
@Mapper
interface ArchiveMapper {

    @Insert("""
            insert into review_archive (case_id, archive_no, retention, volumes, main_pages, secondary_pages, remark,
              filed_on, filed_by, filed_by_name)
            values (#{caseId}, #{archiveNo}, #{retention}, #{volumes}, #{mainPages}, #{secondaryPages}, #{remark},
              #{filedOn}, #{filedBy}, #{filedByName})
            """)
    void insert(ArchiveEntry entry);

    @Select("""
            select case_id, archive_no, retention, volumes, main_pages, secondary_pages, remark, filed_on, filed_by,
              filed_by_name
            from review_archive where case_id = #{caseId}
            """)
    Optional<ArchiveEntry> find(String caseId);
}
