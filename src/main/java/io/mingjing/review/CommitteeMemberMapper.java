package io.mingjing.review;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_committee_member}. */
@Mapper
interface CommitteeMemberMapper {

    @Select("""
            select id, government_id, name, organization, post, expertise, active, entered_by, entered_at, version
            from review_committee_member where government_id = #{governmentId} order by active desc, entered_at, id
            """)
    List<CommitteeMember> findByGovernment(String governmentId);

    @Select("""
            select id, government_id, name, organization, post, expertise, active, entered_by, entered_at, version
            from review_committee_member where id = #{id}
            """)
    Optional<CommitteeMember> find(String id);

    @Insert("""
            insert into review_committee_member (id, government_id, name, organization, post, expertise, active,
              entered_by, entered_at, version)
            values (#{id}, #{governmentId}, #{name}, #{organization}, #{post}, #{expertise}, #{active}, #{enteredBy},
              #{enteredAt}, 0)
            """)
    void insert(CommitteeMember member);

    /** Returns 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_committee_member set active = #{active}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateActive(@Param("id") String id, @Param("version") int version, @Param("active") boolean active);
}
