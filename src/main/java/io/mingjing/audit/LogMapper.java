package io.mingjing.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The log's tables. Entries are inserted and read, never changed; lists are in the XML of the same name. */
@Mapper
interface LogMapper {

    /** Locks the end of the chain until the transaction ends. */
    @Select("select seq, hash from audit_head where id = 1 for update")
    @Options(flushCache = Options.FlushCachePolicy.TRUE, useCache = false)
    Tail lockHead();

    @Select("select seq, hash from audit_head where id = 1")
    @Options(flushCache = Options.FlushCachePolicy.TRUE, useCache = false)
    Tail findHead();

    @Select("""
            select case_seq as seq, hash
            from audit_entry
            where case_id = #{caseId}
            order by case_seq desc
            limit 1
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE, useCache = false)
    Optional<Tail> findCaseTail(String caseId);

    /** The end of the stream of a case. */
    record CaseTail(String caseId, long seq, String hash) {}

    List<CaseTail> findCaseTails(@Param("caseIds") Collection<String> caseIds);

    void insertEntries(@Param("rows") List<EntryRow> rows);

    void insertPersonal(@Param("rows") List<PersonalRow> rows);

    @Update("update audit_head set seq = #{to.seq}, hash = #{to.hash} where id = 1 and seq = #{from.seq}")
    int updateHead(@Param("from") Tail from, @Param("to") Tail to);

    List<EntryRow> findChain(@Param("after") long after, @Param("limit") int limit);

    List<EntryRow> findCaseStream(
            @Param("caseId") String caseId, @Param("after") long after, @Param("limit") int limit);

    List<EntryRow> search(
            @Param("query") LogQuery query, @Param("before") @Nullable Long before, @Param("limit") int limit);

    List<PersonalRow> findPersonal(@Param("seqs") List<Long> seqs);

    @Delete("""
            delete from audit_personal
            where entry_seq in (select seq from audit_entry where case_id = #{caseId})
            """)
    int deletePersonalOfCase(String caseId);
}
