package io.mingjing.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the message centre. Its sentence is made when it is read, in the reader's language.
 *
 * @param code text under {@code alert.<code>}
 * @param args rule of the limit and its last day
 * @param readAt null while unread
 */
public record Message(
        String id,
        String caseId,
        String caseNumber,
        AlertKind code,
        List<String> args,
        Level level,
        Instant createdAt,
        @Nullable Instant readAt) {

    public Message {
        args = List.copyOf(args);
    }

    public boolean unread() {
        return readAt == null;
    }
}
