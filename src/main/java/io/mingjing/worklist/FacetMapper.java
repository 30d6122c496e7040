package io.mingjing.worklist;

import io.mingjing.shared.Area;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Rows of {@code worklist_facet}; the lists are in the XML of the same name. */
@Mapper
interface FacetMapper {

    /** A value that a filter offers. */
    record Facet(String kind, String code, Area area, String label) {}

    List<TaskFacets.Choice> find(@Param("kind") String kind, @Param("areas") Set<Area> areas);

    @Select("select count(*) from worklist_facet where kind = #{kind} and code = #{code} and area = #{area}")
    int count(Facet facet);

    @Insert("insert into worklist_facet (kind, code, area, label) values (#{kind}, #{code}, #{area}, #{label})")
    void insert(Facet facet);
}
