package io.mingjing.casefile;

import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Thresholds;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When limits turn yellow and red in the cases of an organ, where it wants to know earlier or later than the catalogue says.
 * The last day never moves by that. Set by the supervisor or the head of the unit of that organ, or by an administrator.
 */
@Service
@Transactional
public class OrganLights {

    /**
     * What an organ has set for a limit.
     *
     * @param setName who set it, by the name of that time
     */
    public record Setting(String organId, String rule, int yellow, int red, String setName, Instant setAt) {}

    private final LimitMapper mapper;
    private final LimitBook book;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final Organs organs;
    private final TimeLimits time;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganLights(
            LimitMapper mapper,
            LimitBook book,
            LimitKeeper keeper,
            CaseVisibility visibility,
            Organs organs,
            TimeLimits time,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.book = book;
        this.keeper = keeper;
        this.visibility = visibility;
        this.organs = organs;
        this.time = time;
        this.clock = clock;
        this.events = events;
    }

    /** What a government has set, by the id of the limit. */
    @Transactional(readOnly = true)
    public Map<String, Setting> of(String governmentId) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        mapper.findLightsOfOrgan(governmentId)
                .forEach(row -> settings.put(
                        row.rule(),
                        new Setting(row.organId(), row.rule(), row.yellow(), row.red(), row.setName(), row.setAt())));
        return settings;
    }

    /** The governments for which that person may set lights: the own one, all for an administrator, none for others. */
    @Transactional(readOnly = true)
    public List<Organ> governmentsOf(Actor actor) {
        if (actor.has(Role.ADMIN)) {
            return organs.all().stream().filter(Organ::isGovernment).toList();
        }
        return maySet(actor) ? List.of(organs.get(governmentId(actor))) : List.of();
    }

    /**
     * Sets both thresholds of a limit for the cases of a government; its open limits get their new yellow and red days in
     * the same transaction.
     *
     * @return how many open limits got a new version
     */
    public int set(String governmentId, String ruleId, int yellow, int red, Actor actor) {
        requireMaySet(governmentId, actor);
        LimitRule rule = time.rule(ruleId, LocalDate.now(clock));
        if (rule.local() && !governmentId.equals(rule.organId())) {
            throw Refusal.invalid("LOCAL_LIMIT_OF_OTHERS", ruleId);
        }
        requireRange(rule, yellow, red);
        Optional<LimitMapper.LightsRow> before = find(governmentId, ruleId);
        if (before.filter(row -> row.yellow() == yellow && row.red() == red).isPresent()) {
            return 0;
        }
        int version = before.map(LimitMapper.LightsRow::version).orElse(0);
        LimitMapper.LightsRow row = new LimitMapper.LightsRow(
                governmentId, ruleId, yellow, red, actor.userId(), actor.name(), clock.instant(), version + 1);
        if (version == 0) {
            insert(row);
        } else if (mapper.updateLights(row, version) != 1) {
            throw Refusal.conflict("LIGHTS_CHANGED");
        }
        int moved = relight(governmentId, ruleId, new Thresholds(yellow, red), actor);
        log("casefile.lightsSet", rule, row, before.orElse(null), moved, actor);
        return moved;
    }

    /** Who sets the lights of a limit at the same moment as somebody else looks at what was set first. */
    private void insert(LimitMapper.LightsRow row) {
        try {
            mapper.insertLights(row);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("LIGHTS_CHANGED");
        }
    }

    /** Goes back to what the catalogue says. */
    public int clear(String governmentId, String ruleId, Actor actor) {
        requireMaySet(governmentId, actor);
        LimitMapper.LightsRow before =
                find(governmentId, ruleId).orElseThrow(() -> Refusal.conflict("LIGHTS_NOT_SET", ruleId));
        mapper.deleteLights(governmentId, ruleId);
        int moved = relight(governmentId, ruleId, null, actor);
        log("casefile.lightsCleared", time.rule(ruleId), before, before, moved, actor);
        return moved;
    }

    private int relight(String governmentId, String ruleId, @Nullable Thresholds lights, Actor actor) {
        List<String> open = mapper.findOpenOfOrgan(ruleId, governmentId);
        for (String id : open) {
            visibility.lock(book.get(id).caseId());
            CaseLimit limit = book.get(id);
            if (limit.state().isOpen()) {
                keeper.redate(limit, LimitVersion.lit(limit, lights), "LIGHTS", actor);
            }
        }
        return open.size();
    }

    private Optional<LimitMapper.LightsRow> find(String governmentId, String ruleId) {
        return mapper.findLightsOfOrgan(governmentId).stream()
                .filter(row -> row.rule().equals(ruleId))
                .findFirst();
    }

    private void requireMaySet(String governmentId, Actor actor) {
        if (!maySet(actor)) {
            throw Refusal.forbidden("LIGHTS_SETTERS");
        }
        if (!organs.get(governmentId).isGovernment()) {
            throw Refusal.fields(List.of(FieldError.of("organ", "NOT_AN_OPTION")));
        }
        if (!actor.has(Role.ADMIN) && !governmentId.equals(governmentId(actor))) {
            throw Refusal.forbidden("LIGHTS_OF_OTHERS");
        }
    }

    private static boolean maySet(Actor actor) {
        return actor.hasAny(Role.ADMIN, Role.SUPERVISOR, Role.UNIT_HEAD);
    }

    private String governmentId(Actor actor) {
        String organId = actor.organId();
        return organId == null ? "" : organs.get(organId).governmentId();
    }

    private static void requireRange(LimitRule rule, int yellow, int red) {
        List<FieldError> errors = new ArrayList<>();
        if (yellow < 0) {
            errors.add(FieldError.of("yellow", "TOO_SMALL", 0));
        }
        if (red < 0) {
            errors.add(FieldError.of("red", "TOO_SMALL", 0));
        }
        Integer length = rule.length();
        boolean days = rule.unit() == DayUnit.WORKING_DAY || rule.unit() == DayUnit.NATURAL_DAY;
        int most = length != null && days ? length : 3650;
        if (yellow > most) {
            errors.add(FieldError.of("yellow", "TOO_LARGE", most));
        } else if (red > yellow) {
            errors.add(FieldError.of("red", "RED_AFTER_YELLOW"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void log(
            String kind,
            LimitRule rule,
            LimitMapper.LightsRow row,
            LimitMapper.@Nullable LightsRow before,
            int moved,
            Actor actor) {
        boolean cleared = kind.endsWith("Cleared");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("organId", row.organId());
        facts.put("rule", row.rule());
        facts.put("yellow", cleared ? rule.yellow() : row.yellow());
        facts.put("red", cleared ? rule.red() : row.red());
        facts.put("yellowBefore", before == null ? rule.yellow() : before.yellow());
        facts.put("redBefore", before == null ? rule.red() : before.red());
        facts.put("limits", moved);
        events.publishEvent(Act.of(kind, null, actor, facts));
    }
}
