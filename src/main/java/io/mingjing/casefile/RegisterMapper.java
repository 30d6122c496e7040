package io.mingjing.casefile;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the register of letters; the query stands in the XML of the same name. */
@Mapper
interface RegisterMapper {

    List<RegisteredLetter> search(
            @Param("scope") CaseScope scope,
            @Param("words") @Nullable String words,
            @Param("from") @Nullable LocalDate from,
            @Param("to") @Nullable LocalDate to,
            @Param("before") @Nullable LocalDate before,
            @Param("beforeId") @Nullable String beforeId,
            @Param("limit") int limit);
}
