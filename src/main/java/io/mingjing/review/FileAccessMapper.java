package io.mingjing.review;

import io.mingjing.review.FileAccess.State;
import io.mingjing.review.FileAccess.Viewing;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_file_access} and {@code review_file_viewing}. */
@Mapper
interface FileAccessMapper {

    @Insert("""
            insert into review_file_access (id, case_id, party_id, state, reader, by_agent, proof, wanted, wants_copies,
              asked_on, asked_at, version)
            values (#{id}, #{caseId}, #{partyId}, #{state}, #{reader}, #{byAgent}, #{proof}, #{wanted}, #{wantsCopies},
              #{askedOn}, #{askedAt}, 0)
            """)
    void insert(FileAccess access);

    @Select("""
            select id, case_id, party_id, state, reader, by_agent, proof, wanted, wants_copies, asked_on, grounds, withheld,
              reason, decided_by, decided_by_name, decided_on, asked_at, version
            from review_file_access where case_id = #{caseId} order by asked_at, id
            """)
    List<FileAccess> findByCase(String caseId);

    /** Returns 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_file_access set state = #{state}, grounds = #{grounds}, withheld = #{withheld},
              reason = #{reason}, decided_by = #{by}, decided_by_name = #{byName}, decided_on = #{on},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateAnswer(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("grounds") @Nullable String grounds,
            @Param("withheld") @Nullable String withheld,
            @Param("reason") @Nullable String reason,
            @Param("by") String by,
            @Param("byName") String byName,
            @Param("on") LocalDate on);

    @Insert("""
            insert into review_file_viewing (id, access_id, viewed_on, papers, copied_pages, attended_by,
              attended_by_name, recorded_at)
            values (#{id}, #{accessId}, #{viewedOn}, #{papers}, #{copiedPages}, #{attendedBy}, #{attendedByName},
              #{recordedAt})
            """)
    void insertViewing(Viewing viewing);

    @Select("""
            select v.id, v.access_id, v.viewed_on, v.papers, v.copied_pages, v.attended_by, v.attended_by_name, v.recorded_at
            from review_file_viewing v join review_file_access a on a.id = v.access_id
            where a.case_id = #{caseId} order by v.viewed_on, v.recorded_at, v.id
            """)
    List<Viewing> findViewings(String caseId);
}
