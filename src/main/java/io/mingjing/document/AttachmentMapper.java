package io.mingjing.document;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AttachmentMapper {

    @Insert("""
            insert into document_attachment
              (id, case_id, task_id, label, file_name, media_type, byte_size, sha256, part, uploaded_by, uploaded_at)
            values
              (#{id}, #{caseId}, #{taskId}, #{label}, #{fileName}, #{mediaType}, #{size}, #{sha256}, #{part},
               #{uploadedBy}, #{uploadedAt})
            """)
    void insert(Attachment attachment);

    @Select("""
            select id, case_id, task_id, label, file_name, media_type, byte_size as size, sha256, part, uploaded_by,
                   uploaded_at
            from document_attachment
            where id = #{id}
            """)
    Optional<Attachment> find(String id);

    @Select("""
            select id, case_id, task_id, label, file_name, media_type, byte_size as size, sha256, part, uploaded_by,
                   uploaded_at
            from document_attachment
            where case_id = #{caseId}
            order by uploaded_at, id
            """)
    List<Attachment> findByCase(String caseId);

    @Update("""
            update document_attachment set part = #{part}
            where case_id = #{caseId} and task_id = #{taskId} and part <> #{part}
            """)
    int updatePart(@Param("caseId") String caseId, @Param("taskId") String taskId, @Param("part") FilePart part);

    @Select("""
            select count(*)
            from document_attachment
            where sha256 = #{sha256}
            """)
    int countBySha(String sha256);
}
