package io.mingjing.portal;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TryMapper {

    /** Tries of one subject since the begin of its window. */
    record Row(String subject, int tries, Instant since) {}

    @Select("select subject, tries, since from portal_try where subject = #{subject}")
    Optional<Row> find(String subject);

    @Select("select subject, tries, since from portal_try where subject = #{subject} for update")
    Optional<Row> findForUpdate(String subject);

    @Insert("insert into portal_try (subject, tries, since) values (#{subject}, #{tries}, #{since})")
    void insert(Row row);

    @Update("update portal_try set tries = #{tries}, since = #{since} where subject = #{subject}")
    int update(Row row);

    @Delete("delete from portal_try where since < #{before}")
    int deleteOlder(@Param("before") Instant before);
}
