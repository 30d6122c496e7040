package io.mingjing.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PartyMapper {

    record Row(
            String id,
            String caseId,
            int seq,
            PartyRole role,
            PartyKind kind,
            String name,
            @Nullable String organId,
            @Nullable String agentOf,
            @Nullable String idNumberSealed,
            @Nullable String idNumberKey,
            @Nullable String idNumberIndex,
            @Nullable String phoneSealed,
            @Nullable String phoneKey,
            @Nullable String phoneIndex,
            @Nullable String email,
            @Nullable String address,
            @Nullable LocalDate leftOn,
            @Nullable String leftReason,
            boolean representative,
            int version) {}

    @Select("""
            select id, case_id, seq, role, kind, name, organ_id, agent_of, id_number_sealed, id_number_key,
                   id_number_index, phone_sealed, phone_key, phone_index, email, address, left_on, left_reason,
                   representative, version
            from casefile_party
            where case_id = #{caseId}
            order by seq, id
            """)
    List<Row> findByCase(String caseId);

    @Select("""
            select id, case_id, seq, role, kind, name, organ_id, agent_of, id_number_sealed, id_number_key,
                   id_number_index, phone_sealed, phone_key, phone_index, email, address, left_on, left_reason,
                   representative, version
            from casefile_party
            where id = #{id}
            """)
    Optional<Row> find(String id);

    List<Row> searchByIndex(
            @Param("field") PersonalField field, @Param("index") String index, @Param("scope") CaseScope scope);

    @Insert("""
            insert into casefile_party (id, case_id, seq, role, kind, name, organ_id, agent_of, id_number_sealed,
              id_number_key, id_number_index, phone_sealed, phone_key, phone_index, email, address, left_on,
              left_reason, representative, version)
            values (#{id}, #{caseId}, #{seq}, #{role}, #{kind}, #{name}, #{organId}, #{agentOf}, #{idNumberSealed},
              #{idNumberKey}, #{idNumberIndex}, #{phoneSealed}, #{phoneKey}, #{phoneIndex}, #{email}, #{address},
              #{leftOn}, #{leftReason}, #{representative}, #{version})
            """)
    void insert(Row row);

    /** 0 when somebody else changed the party since it was read. */
    @Update("""
            update casefile_party
            set role = #{role}, kind = #{kind}, name = #{name}, organ_id = #{organId}, agent_of = #{agentOf},
                id_number_sealed = #{idNumberSealed}, id_number_key = #{idNumberKey},
                id_number_index = #{idNumberIndex}, phone_sealed = #{phoneSealed}, phone_key = #{phoneKey},
                phone_index = #{phoneIndex}, email = #{email}, address = #{address}, left_on = #{leftOn},
                left_reason = #{leftReason}, representative = #{representative},
                version = version + 1
            where id = #{id} and version = #{version}
            """)
    int update(Row row);
}
