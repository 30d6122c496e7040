package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person see one case beyond the own scope while something is wanted of them there. Who is recused sees nothing
 * all the same, and an archived case is shown to nobody on this ground.
 */
@Service
@Transactional
public class Admissions {

    private final AdmissionMapper mapper;
    private final Clock clock;

    Admissions(AdmissionMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param source id of what is wanted of the person; {@link #end} names it again */
    public void admit(String caseId, String userId, String source, Actor actor) {
        mapper.insert(Ids.next(), caseId, userId, source, actor.userId(), now());
    }

    /** Everybody who was admitted for that. */
    public void end(String source) {
        mapper.updateEnded(source, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
