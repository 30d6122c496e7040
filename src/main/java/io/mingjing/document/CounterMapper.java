package io.mingjing.document;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CounterMapper {

    /** Returns 0 when there is no such counter yet. */
    @Update("""
            update document_counter
            set last_number = last_number + 1
            where organ_id = #{organId} and kind = #{kind} and number_year = #{year}
            """)
    int updateToNext(@Param("organId") String organId, @Param("kind") String kind, @Param("year") int year);

    @Select("""
            select last_number
            from document_counter
            where organ_id = #{organId} and kind = #{kind} and number_year = #{year}
            """)
    int findLast(@Param("organId") String organId, @Param("kind") String kind, @Param("year") int year);

    /** Waits for every transaction that is opening a counter. */
    @Update("""
            update document_counter
            set last_number = last_number + 1
            where organ_id = '*' and kind = 'opening' and number_year = 0
            """)
    int updateOpening();

    @Insert("""
            insert into document_counter (organ_id, kind, number_year, last_number)
            values (#{organId}, #{kind}, #{year}, 1)
            """)
    void insertFirst(@Param("organId") String organId, @Param("kind") String kind, @Param("year") int year);
}
