package io.mingjing.identity;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in. A leave begins and ends by its dates, without any job, and is never passed on: whoever
 * stands in for a substitute does not stand in for those whom the substitute stood in for. Entered and ended by
 * {@link People#delegate} and {@link People#endDelegation}.
 */
@Service
@Transactional(readOnly = true)
public class Leaves {

    private final LeaveMapper mapper;
    private final People people;
    private final Clock clock;

    Leaves(LeaveMapper mapper, People people, Clock clock) {
        this.mapper = mapper;
        this.people = people;
        this.clock = clock;
    }

    /** Ids of the people for whom this person stands in today. */
    public List<String> stoodInFor(String userId) {
        return mapper.findStoodInFor(userId, LocalDate.now(clock));
    }

    /** Leaves of the actor, and those in which the actor stands in, that run or are to come. */
    public List<Leave> own(Actor actor) {
        return mapper.findOf(actor.userId(), LocalDate.now(clock));
    }

    /** All that run or are to come in the government of a head of unit; empty for everybody else. */
    public List<Leave> ofUnit(Actor actor) {
        return actor.has(Role.UNIT_HEAD)
                ? mapper.findOfGovernment(people.sight(actor).governmentId(), LocalDate.now(clock))
                : List.of();
    }

    /** The leaves of these people that run today or begin by that day, the next of each, by person. */
    public Map<String, Leave> next(Collection<String> userIds, LocalDate upTo) {
        return userIds.isEmpty()
                ? Map.of()
                : mapper.findComing(userIds, LocalDate.now(clock), upTo).stream()
                        .collect(Collectors.toMap(Leave::fromUserId, Function.identity(), (next, later) -> next));
    }
}
