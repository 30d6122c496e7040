package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_enquiry}. */
@Mapper
interface EnquiryMapper {

    record Row(
            String id,
            String governmentId,
            int enquiryYear,
            int enquirySeq,
            LocalDate receivedOn,
            String visitor,
            String visitorKind,
            Enquiry.Way way,
            @Nullable String phoneSealed,
            @Nullable String phoneKey,
            String matter,
            @Nullable String answer,
            String outcome,
            @Nullable String caseId,
            String recordedBy,
            int version) {}

    /** The register as it is asked for; null for anything. */
    record Query(
            String governmentId,
            @Nullable String words,
            Enquiry.@Nullable Way way,
            @Nullable String outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int beforeYear,
            int beforeSeq,
            int limit) {}

    @Insert("""
            insert into review_enquiry (id, government_id, enquiry_year, enquiry_seq, received_on, visitor, visitor_kind, way,
              phone_sealed, phone_key, matter, answer, outcome, recorded_by, recorded_at, version)
            values (#{r.id}, #{r.governmentId}, #{r.enquiryYear}, #{r.enquirySeq}, #{r.receivedOn}, #{r.visitor},
              #{r.visitorKind}, #{r.way}, #{r.phoneSealed}, #{r.phoneKey}, #{r.matter}, #{r.answer}, #{r.outcome},
              #{r.recordedBy}, #{at}, 1)
            """)
    void insert(@Param("r") Row row, @Param("at") Instant at);

    @Select("""
            select coalesce(max(enquiry_seq), 0) from review_enquiry
            where government_id = #{governmentId} and enquiry_year = #{year}
            """)
    int findLastSeq(@Param("governmentId") String governmentId, @Param("year") int year);

    @Select("""
            select id, government_id, enquiry_year, enquiry_seq, received_on, visitor, visitor_kind, way, phone_sealed, phone_key,
              matter, answer, outcome, case_id, recorded_by, version
            from review_enquiry where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("""
            select id, government_id, enquiry_year, enquiry_seq, received_on, visitor, visitor_kind, way, phone_sealed, phone_key,
              matter, answer, outcome, case_id, recorded_by, version
            from review_enquiry
            where government_id = #{governmentId} and enquiry_year = #{year} and enquiry_seq = #{seq}
            """)
    Optional<Row> findByNumber(
            @Param("governmentId") String governmentId, @Param("year") int year, @Param("seq") int seq);

    @Select("""
            select id, government_id, enquiry_year, enquiry_seq, received_on, visitor, visitor_kind, way, phone_sealed, phone_key,
              matter, answer, outcome, case_id, recorded_by, version
            from review_enquiry where case_id = #{caseId}
            order by enquiry_year, enquiry_seq
            """)
    List<Row> findByCase(String caseId);

    /** The newest first; the whole order is (enquiry_year, enquiry_seq). */
    List<Row> search(Query query);

    int count(Query query);

    /** 0 when somebody else changed it since it was read. */
    @Update("""
            update review_enquiry set answer = #{answer}, outcome = #{outcome}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateAnswer(
            @Param("id") String id,
            @Param("version") int version,
            @Param("answer") @Nullable String answer,
            @Param("outcome") String outcome);

    /** 0 when it has become an application already. */
    @Update("""
            update review_enquiry set case_id = #{caseId}, outcome = 'APPLIED', version = version + 1
            where id = #{id} and case_id is null
            """)
    int updateCase(@Param("id") String id, @Param("caseId") String caseId);
}
