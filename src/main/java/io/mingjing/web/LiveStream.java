package io.mingjing.web;

import io.mingjing.identity.Sight;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page: what it shows, and the way to tell it that something is new. Only names of what changed travel, never
 * content; the page asks for that with its own rights.
 */
final class LiveStream {

    /** What a page shows of the worklist. */
    enum Shows {
        /** No list: only the bell matters. */
        NOTHING,
        /** The own tasks and those to be taken. */
        OWN,
        /** Every task of the unit. */
        UNIT
    }

    private final SseEmitter emitter;
    private final String login;
    private final Sight sight;
    private final Set<String> people;
    private final Shows shows;

    /** @param people the reader and whoever the reader stands in for */
    LiveStream(SseEmitter emitter, String login, Sight sight, Set<String> people, Shows shows) {
        this.emitter = emitter;
        this.login = login;
        this.sight = sight;
        this.people = Set.copyOf(people);
        this.shows = shows;
    }

    String login() {
        return login;
    }

    String userId() {
        return sight.userId();
    }

    boolean concernedBy(List<LiveMapper.Concerned> tasks) {
        return shows != Shows.NOTHING && tasks.stream().anyMatch(this::concernedBy);
    }

    private boolean concernedBy(LiveMapper.Concerned task) {
        if (sight.poolKeys().contains(task.poolKey())
                || (task.assignee() != null && people.contains(task.assignee()))
                || (task.closedBy() != null && people.contains(task.closedBy()))) {
            return true;
        }
        return shows == Shows.UNIT
                && (sight.officer()
                        ? sight.subtree()
                                ? task.governmentPath().startsWith(sight.governmentPath())
                                : task.governmentPath().equals(sight.governmentPath())
                        : sight.organId().equals(task.organId()));
    }

    /** Says a name; answers false when nobody listens any more. */
    boolean say(String name) {
        return send(SseEmitter.event().name(name).data("", MediaType.TEXT_PLAIN));
    }

    /** A line that no page hears: it keeps proxies from closing the connection and finds pages that are gone. */
    boolean breathe() {
        return send(SseEmitter.event().comment(""));
    }

    private boolean send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false; // the server ends a broken connection itself
        }
    }

    void end() {
        try {
            emitter.complete();
        } catch (IllegalStateException gone) {
            // The page closed its end in the same moment.
        }
    }
}
