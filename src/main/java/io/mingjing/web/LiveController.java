package io.mingjing.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of a page that is looked at. It holds neither a thread nor a connection to the database, and does not keep the
 * session alive. It ends after half an hour; the page then asks anew, with the rights it has by then.
 */
@Controller
class LiveController {

    private static final long HALF_AN_HOUR = 1_800_000L;

    private final LiveStreams streams;
    private final CurrentUser user;
    private final People people;
    private final Leaves leaves;

    LiveController(LiveStreams streams, CurrentUser user, People people, Leaves leaves) {
        this.streams = streams;
        this.user = user;
        this.people = people;
        this.leaves = leaves;
    }

    /** @param shows what the page shows: {@code nothing}, {@code own} or {@code unit} */
    @GetMapping("/live")
    @Nullable
    SseEmitter open(@RequestParam(defaultValue = "nothing") String shows, HttpServletResponse response) {
        Actor actor = user.actor();
        if (actor.organId() == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // the browser then does not ask again
            return null;
        }
        Person person = people.get(actor.userId());
        Set<String> standing = new HashSet<>(leaves.stoodInFor(actor.userId()));
        standing.add(actor.userId());
        // Proxies must hand on each line at once.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store, no-transform");
        SseEmitter emitter = new SseEmitter(HALF_AN_HOUR);
        LiveStream stream = new LiveStream(emitter, person.login(), people.sight(actor), standing, what(shows));
        emitter.onCompletion(() -> streams.closed(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> streams.closed(stream));
        streams.open(stream);
        return emitter;
    }

    /** A page that was closed: nobody is left to be told so. */
    @ExceptionHandler(IOException.class)
    void gone() {}

    private static LiveStream.Shows what(String text) {
        return switch (text) {
            case "own" -> LiveStream.Shows.OWN;
            case "unit" -> LiveStream.Shows.UNIT;
            default -> LiveStream.Shows.NOTHING;
        };
    }
}
