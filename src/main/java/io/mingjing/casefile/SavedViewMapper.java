package io.mingjing.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Saved views. */
@Mapper
interface SavedViewMapper {

    /** A row. */
    record Row(
            String id,
            SavedView.Page page,
            @Nullable String ownerId,
            String governmentId,
            String name,
            String filters,
            boolean starred) {

        SavedView view() {
            return new SavedView(id, page, name, filters, ownerId == null, starred);
        }
    }

    @Select("""
            select id, page, owner_id, government_id, name, filters, starred
            from casefile_saved_view
            where page = #{page} and (owner_id = #{userId} or (owner_id is null and government_id = #{governmentId}))
            order by case when owner_id is null then 0 when starred then 1 else 2 end, name, id
            """)
    List<Row> findOf(
            @Param("page") SavedView.Page page,
            @Param("userId") String userId,
            @Param("governmentId") String governmentId);

    @Select("""
            select id, page, owner_id, government_id, name, filters, starred
            from casefile_saved_view
            where id = #{id}
            """)
    Optional<Row> find(@Param("id") String id);

    @Select("select count(*) from casefile_saved_view where owner_id = #{userId}")
    int countOf(@Param("userId") String userId);

    @Insert("""
            insert into casefile_saved_view
              (id, page, owner_id, government_id, name, filters, starred, saved_by, saved_at, version)
            values (#{row.id}, #{row.page}, #{row.ownerId}, #{row.governmentId}, #{row.name}, #{row.filters},
                    #{row.starred}, #{by}, #{at}, 1)
            """)
    void insert(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

    @Update("update casefile_saved_view set starred = #{starred}, version = version + 1 where id = #{id}")
    int updateStarred(@Param("id") String id, @Param("starred") boolean starred);

    @Delete("delete from casefile_saved_view where id = #{id}")
    int delete(@Param("id") String id);
}
