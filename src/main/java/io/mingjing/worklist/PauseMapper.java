package io.mingjing.worklist;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Why the clocks of the list stand still. */
@Mapper
interface PauseMapper {

    /** A pause that has not ended. */
    record OpenPause(String limitId, String rule, @Nullable String ground) {}

    /** The pauses of these limits that have not ended. */
    List<OpenPause> findOpen(@Param("limits") List<String> limits);
}
