package io.mingjing.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Consents to electronic service and the letters that were served by it. */
@Mapper
interface ServiceMapper {

    record ConsentRow(String id, String caseId, String partyId, String address, Instant givenAt) {}

    record LetterRow(
            String letterId,
            String partyId,
            String caseId,
            Instant deliveredAt,
            @Nullable Instant openedAt) {}

    @Insert("""
            insert into portal_consent (id, case_id, party_id, address, given_at)
            values (#{id}, #{caseId}, #{partyId}, #{address}, #{givenAt})
            """)
    void insertConsent(ConsentRow row);

    @Select("""
            select id, case_id, party_id, address, given_at
            from portal_consent where case_id = #{caseId} and withdrawn_at is null
            order by given_at, id
            """)
    List<ConsentRow> findConsents(String caseId);

    /** 0 when it was withdrawn already. */
    @Update("update portal_consent set withdrawn_at = #{at} where id = #{id} and withdrawn_at is null")
    int updateWithdrawn(@Param("id") String id, @Param("at") Instant at);

    @Insert("""
            insert into portal_letter (letter_id, party_id, case_id, delivered_at)
            values (#{letterId}, #{partyId}, #{caseId}, #{deliveredAt})
            """)
    void insertLetter(LetterRow row);

    @Select("""
            select letter_id, party_id, case_id, delivered_at, opened_at
            from portal_letter where case_id = #{caseId}
            order by delivered_at, letter_id
            """)
    List<LetterRow> findLetters(String caseId);

    @Select("""
            select letter_id, party_id, case_id, delivered_at, opened_at
            from portal_letter where letter_id = #{letterId} and party_id = #{partyId}
            """)
    Optional<LetterRow> findLetter(@Param("letterId") String letterId, @Param("partyId") String partyId);

    /** 0 when it was opened before. */
    @Update("""
            update portal_letter set opened_at = #{at}
            where letter_id = #{letterId} and party_id = #{partyId} and opened_at is null
            """)
    int updateOpened(@Param("letterId") String letterId, @Param("partyId") String partyId, @Param("at") Instant at);
}
