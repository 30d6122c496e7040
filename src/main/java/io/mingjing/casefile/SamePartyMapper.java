package io.mingjing.casefile;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Applicants by what makes them the same person. */
@Mapper
interface SamePartyMapper {

    record Applicant(String name, @Nullable String idNumberIndex) {}

    @Select("""
            select name, id_number_index from casefile_party
            where case_id = #{caseId} and role = 'APPLICANT' and left_on is null
            order by seq
            """)
    List<Applicant> findApplicants(String caseId);

    @Select("select case_id from casefile_party where name = #{name} and role = 'APPLICANT' and left_on is null")
    List<String> findByName(String name);

    @Select("""
            select case_id from casefile_party
            where id_number_index = #{index} and role = 'APPLICANT' and left_on is null
            """)
    List<String> findByIndex(String index);
}
