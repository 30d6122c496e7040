package io.mingjing.portal;

import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which governments have marked the portal as their designated internet channel (实施条例 art. 28). There an application is
 * received on the day on which it reaches the system, working day or not; elsewhere it is a pre-registration 预登记 until
 * the desk confirms it.
 */
@Service
@Transactional
public class Channels {

    private final ChannelMapper mapper;
    private final Organs organs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Channels(ChannelMapper mapper, Organs organs, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.organs = organs;
        this.clock = clock;
        this.events = events;
    }

    /** The setting of a government; who set it and when is null where nobody has yet. */
    public record Channel(
            Organ government,
            boolean designated,
            @Nullable String setByName,
            @Nullable Instant setAt) {}

    @Transactional(readOnly = true)
    public boolean designated(String governmentId) {
        return mapper.find(governmentId).map(ChannelMapper.Row::designated).orElse(false);
    }

    /** The settings of all governments, in official order (ADMIN). */
    @Transactional(readOnly = true)
    public List<Channel> all(Actor actor) {
        requireAdmin(actor);
        Map<String, ChannelMapper.Row> rows = mapper.findAll().stream()
                .collect(Collectors.toMap(ChannelMapper.Row::governmentId, Function.identity()));
        return organs.all().stream()
                .filter(ReviewingOrgans::government)
                .map(government -> {
                    ChannelMapper.Row row = rows.get(government.id());
                    return row == null
                            ? new Channel(government, false, null, null)
                            : new Channel(government, row.designated(), row.setByName(), row.setAt());
                })
                .toList();
    }

    /**
     * Marks the portal as the designated channel of a government, or takes the mark away (ADMIN). What has arrived keeps
     * the state it has.
     */
    public void set(String governmentId, boolean designated, Actor actor) {
        requireAdmin(actor);
        Organ government = organs.get(governmentId);
        if (!ReviewingOrgans.government(government)) {
            throw Refusal.invalid("NO_GOVERNMENT", government.name());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<ChannelMapper.Row> before = mapper.find(governmentId);
        if (before.map(ChannelMapper.Row::designated).orElse(false) == designated && before.isPresent()) {
            return;
        }
        ChannelMapper.Row row = new ChannelMapper.Row(
                governmentId,
                designated,
                actor.userId(),
                actor.name(),
                now,
                before.map(ChannelMapper.Row::version).orElse(1));
        if (before.isEmpty()) {
            mapper.insert(row);
        } else if (mapper.update(row) != 1) {
            throw Refusal.conflict("CHANNEL_CHANGED", government.name());
        }
        events.publishEvent(Act.of(
                "portal.channelSet",
                null,
                actor,
                Map.of("governmentId", governmentId, "government", government.name(), "designated", designated)));
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isSystem() && !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }
}
