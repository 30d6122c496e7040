package io.mingjing.alert;

import io.mingjing.shared.Ids;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of the message centre. Messages of cases from which the reader is recused are out of sight. */
@Mapper
interface MessageMapper {

    /** State of a message; the order of the names is that of the list. */
    enum State {
        UNREAD,
        READ,
        WITHDRAWN
    }

    /** A row. */
    record MessageRow(
            String id,
            String alertId,
            String receiver,
            String caseId,
            String caseNumber,
            AlertKind code,
            String args,
            Level level,
            Instant createdAt,
            @Nullable Instant readAt,
            State state) {

        static MessageRow of(
                String alertId,
                String receiver,
                AlertMapper.CaseRow file,
                AlertKind kind,
                String args,
                Level level,
                Instant at) {
            return new MessageRow(
                    Ids.next(), alertId, receiver, file.id(), file.number(), kind, args, level, at, null, State.UNREAD);
        }
    }

    int insert(@Param("rows") List<MessageRow> rows);

    /** A page of one state, the latest first; {@code before} is the id of the last row seen. */
    List<MessageRow> search(
            @Param("receiver") String receiver,
            @Param("caseId") @Nullable String caseId,
            @Param("state") State state,
            @Param("before") @Nullable String before,
            @Param("rows") int rows);

    @Select("""
            select count(*)
            from (select m.id
                  from alert_message m
                  where m.receiver = #{receiver} and m.state = 'UNREAD'
                    and not exists (select 1 from casefile_v_recusal r
                                    where r.case_id = m.case_id and r.user_id = m.receiver)
                  limit 1000) a
            """)
    int countUnread(@Param("receiver") String receiver);

    @Update("""
            update alert_message
            set state = 'READ', read_at = #{at}
            where id = #{id} and receiver = #{receiver} and state = 'UNREAD'
            """)
    int updateRead(@Param("id") String id, @Param("receiver") String receiver, @Param("at") Instant at);

    @Select("""
            select count(*)
            from alert_message
            where id = #{id} and receiver = #{receiver}
            """)
    int countOwn(@Param("id") String id, @Param("receiver") String receiver);

    @Update("""
            update alert_message
            set state = 'READ', read_at = #{at}
            where receiver = #{receiver} and state = 'UNREAD' and id <= #{upTo}
            """)
    int updateAllRead(@Param("receiver") String receiver, @Param("upTo") String upTo, @Param("at") Instant at);

    int updateWithdrawn(@Param("alertIds") List<String> alertIds, @Param("at") Instant at);
}
