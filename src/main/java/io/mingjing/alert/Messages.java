package io.mingjing.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.alert.MessageMapper.MessageRow;
import io.mingjing.alert.MessageMapper.State;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The message centre 消息中心: what each person was told, and whether they have read it. Reading is no act of the log. */
@Service
public class Messages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final MessageMapper mapper;
    private final Clock clock;

    Messages(MessageMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The actor's messages, unread first, then the latest first.
     *
     * @param caseId only those of a case
     * @param after cursor of the page before
     */
    @Transactional(readOnly = true)
    public MessagePage list(@Nullable String caseId, @Nullable String after, int limit, Actor actor) {
        int rows = Math.max(1, Math.min(limit, 100)) + 1;
        boolean inRead = after != null && after.startsWith("r");
        String before = after == null || after.length() < 2 ? null : after.substring(1);
        List<MessageRow> found = new ArrayList<>();
        if (!inRead) {
            found.addAll(mapper.search(actor.userId(), caseId, State.UNREAD, before, rows));
        }
        if (found.size() < rows) {
            found.addAll(
                    mapper.search(actor.userId(), caseId, State.READ, inRead ? before : null, rows - found.size()));
        }
        boolean more = found.size() == rows;
        List<MessageRow> shown = more ? found.subList(0, rows - 1) : found;
        return new MessagePage(
                shown.stream().map(this::message).toList(),
                more ? cursor(shown.get(shown.size() - 1)) : null,
                mapper.countUnread(actor.userId()));
    }

    private static String cursor(MessageRow last) {
        return (last.state() == State.READ ? "r" : "u") + last.id();
    }

    /** How many messages the actor has not read; exact to 999, 1000 means “999+”. */
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return mapper.countUnread(actor.userId());
    }

    /** Marks one of the actor's own messages as read; once more is no error. Refused: {@code MESSAGE_NOT_FOUND}. */
    @Transactional
    public void read(String id, Actor actor) {
        if (mapper.updateRead(id, actor.userId(), now()) == 0 && mapper.countOwn(id, actor.userId()) == 0) {
            throw Refusal.notFound("MESSAGE_NOT_FOUND");
        }
    }

    /** Marks all messages as read up to the newest one that the page showed, so that nothing unseen is lost. */
    @Transactional
    public int readAll(String newestShown, Actor actor) {
        return mapper.updateAllRead(actor.userId(), newestShown, now());
    }

    private Message message(MessageRow row) {
        return new Message(
                row.id(),
                row.caseId(),
                row.caseNumber(),
                row.code(),
                args(row.args()),
                row.level(),
                row.createdAt(),
                row.readAt());
    }

    static List<String> args(String written) {
        try {
            return JSON.readValue(written, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Arguments of a message: " + written, e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
