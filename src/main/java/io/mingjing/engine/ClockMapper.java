package io.mingjing.engine;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Where driven time stands. */
@Mapper
interface ClockMapper {

    @Select("select stands_at from engine_clock where name = 'driven'")
    Optional<Instant> find();

    @Insert("insert into engine_clock (name, stands_at) values ('driven', #{at})")
    void insert(@Param("at") Instant at);

    @Update("update engine_clock set stands_at = #{at} where name = 'driven'")
    int update(@Param("at") Instant at);
}
