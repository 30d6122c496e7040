package io.mingjing.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages: unread first, then the latest first.
 *
 * @param next cursor of the next page; null on the last
 * @param unread all unread messages of the reader, exact to 999, 1000 means “999+”
 */
public record MessagePage(List<Message> messages, @Nullable String next, int unread) {

    public MessagePage {
        messages = List.copyOf(messages);
    }
}
