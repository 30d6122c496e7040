package io.mingjing.document;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

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

    @Select("""
            select count(*)
            from document_attachment
            where sha256 = #{sha256}
            """)
    int countBySha(String sha256);
}
