package io.mingjing.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ChannelMapper {

    record Row(String governmentId, boolean designated, String setBy, String setByName, Instant setAt, int version) {}

    @Select("""
            select government_id, designated, set_by, set_by_name, set_at, version
            from portal_channel where government_id = #{governmentId}
            """)
    Optional<Row> find(String governmentId);

    @Select("select government_id, designated, set_by, set_by_name, set_at, version from portal_channel")
    List<Row> findAll();

    @Insert("""
            insert into portal_channel (government_id, designated, set_by, set_by_name, set_at, version)
            values (#{governmentId}, #{designated}, #{setBy}, #{setByName}, #{setAt}, #{version})
            """)
    void insert(Row row);

    @Update("""
            update portal_channel
            set designated = #{designated}, set_by = #{setBy}, set_by_name = #{setByName}, set_at = #{setAt},
                version = version + 1
            where government_id = #{governmentId} and version = #{version}
            """)
    int update(Row row);
}
