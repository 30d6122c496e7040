package io.mingjing.identity;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OrganMapper {

    @Select("""
            select id, name, short_name, parent_id, path, kind, government_id, number_code, sort
            from identity_organ
            where id = #{id}
            """)
    Optional<Organ> findById(String id);

    /** The organ and its government; one row where it is a government itself. */
    @Select("""
            select g.id, g.name, g.short_name, g.parent_id, g.path, g.kind, g.government_id, g.number_code, g.sort
            from identity_organ o
            join identity_organ g on g.id = o.id or g.id = o.government_id
            where o.id = #{id}
            order by g.id
            """)
    List<Organ> findWithGovernment(String id);

    @Select("""
            select id, name, short_name, parent_id, path, kind, government_id, number_code, sort
            from identity_organ
            order by sort, sort_key, id
            """)
    List<Organ> findAll();

    @Select("""
            select id, name, short_name, parent_id, path, kind, government_id, number_code, sort
            from identity_organ
            where name like #{pattern} escape '!' or short_name like #{pattern} escape '!'
            order by sort, sort_key, id
            limit #{limit}
            """)
    List<Organ> searchByName(@Param("pattern") String pattern, @Param("limit") int limit);

    @Select("""
            select id, name, short_name, parent_id, path, kind, government_id, number_code, sort
            from identity_organ
            where government_id = #{governmentId} and kind = #{kind}
            order by sort, sort_key, id
            """)
    List<Organ> findByGovernmentAndKind(@Param("governmentId") String governmentId, @Param("kind") OrganKind kind);

    @Select("select count(*) from identity_organ where path = #{path}")
    int countByPath(String path);

    @Select("select count(*) from identity_organ")
    int countAll();

    @Select("select version from identity_organ where id = #{id}")
    int findVersion(String id);

    @Insert("""
            insert into identity_organ
              (id, name, short_name, parent_id, path, kind, government_id, number_code, sort, sort_key, version)
            values
              (#{organ.id}, #{organ.name}, #{organ.shortName}, #{organ.parentId}, #{organ.path}, #{organ.kind},
               #{organ.governmentId}, #{organ.numberCode}, #{organ.sort}, #{sortKey}, 0)
            """)
    void insert(@Param("organ") Organ organ, @Param("sortKey") String sortKey);

    @Update("""
            update identity_organ
            set name = #{name}, short_name = #{shortName}, sort_key = #{sortKey}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateName(
            @Param("id") String id,
            @Param("name") String name,
            @Param("shortName") String shortName,
            @Param("sortKey") String sortKey,
            @Param("version") int version);
}
