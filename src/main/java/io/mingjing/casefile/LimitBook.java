package io.mingjing.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.Pause;
import io.mingjing.time.Thresholds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes limits. Each change adds a version; nothing is overwritten there. */
@Component
class LimitBook {

    private final LimitMapper mapper;
    private final ObjectMapper json;
    private final Clock clock;

    LimitBook(LimitMapper mapper, ObjectMapper json, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.clock = clock;
    }

    List<CaseLimit> of(String caseId) {
        return ofCases(List.of(caseId));
    }

    List<CaseLimit> ofCases(List<String> caseIds) {
        return caseIds.isEmpty() ? List.of() : withPauses(mapper.findByCases(caseIds));
    }

    CaseLimit get(String limitId) {
        return find(limitId).orElseThrow(() -> Refusal.notFound("LIMIT_NOT_FOUND"));
    }

    Optional<CaseLimit> find(String limitId) {
        return mapper.find(limitId).map(this::withPauses);
    }

    Optional<CaseLimit> findByScope(String caseId, String activityId, String scopeId) {
        return mapper.findByScope(caseId, activityId, scopeId).map(this::withPauses);
    }

    List<CaseLimit> openWithTimer() {
        return withPauses(mapper.findOpenWithTimer());
    }

    /**
     * Open limits in one state by due day, then id; paused ones, which have none, by id.
     *
     * @param rules of these rules only; empty for all
     * @param notOn leaves out what was computed on that version of the calendar; null leaves out nothing
     * @param last the one behind which to go on; null for the first
     */
    List<CaseLimit> open(
            LimitState state, Set<String> rules, @Nullable String notOn, @Nullable CaseLimit last, int limit) {
        LocalDate due = last == null ? null : last.dueOn();
        return withPauses(mapper.findOpen(state, rules, notOn, due, last == null ? null : last.id(), limit));
    }

    /** The numbers of the cases of these limits, register numbers where there is no other yet. */
    Map<String, String> numbersOf(List<CaseLimit> limits) {
        Set<String> cases = limits.stream().map(CaseLimit::caseId).collect(Collectors.toSet());
        return cases.isEmpty()
                ? Map.of()
                : mapper.findNumbers(cases).stream()
                        .collect(Collectors.toMap(LimitMapper.CaseNumber::caseId, LimitMapper.CaseNumber::number));
    }

    List<LimitChange> changes(String limitId) {
        return mapper.findChanges(limitId);
    }

    Optional<LimitMapper.Setting> setting(String caseId, String rule) {
        return mapper.findSetting(caseId, rule);
    }

    /** The lights that the case's organ has set for that rule; null for the catalogue's. */
    @Nullable
    Thresholds lights(String caseId, String rule) {
        return mapper.findLightsOfCase(caseId, rule)
                .map(row -> new Thresholds(row.yellow(), row.red()))
                .orElse(null);
    }

    /** The pauses of a limit with what ordered each, in order of their first days. */
    List<LimitPause> pauses(String limitId) {
        return mapper.findPauses(List.of(limitId)).stream()
                .map(row -> new LimitPause(
                        row.fromOn(),
                        row.toOn(),
                        row.ground(),
                        row.reason(),
                        row.orderNo(),
                        row.approver(),
                        row.expectedOn(),
                        row.resumeOrderNo()))
                .toList();
    }

    void insert(CaseLimit limit, LimitCause cause) {
        mapper.insert(row(limit));
        mapper.insertChange(change(null, limit, cause));
    }

    /** Writes the next version of a limit whose pauses and extensions have been written already. */
    void update(CaseLimit before, CaseLimit after, LimitCause cause) {
        if (mapper.update(row(after), before.version()) != 1) {
            throw Refusal.conflict("LIMIT_CHANGED");
        }
        mapper.insertChange(change(before, after, cause));
    }

    void openPause(CaseLimit limit, PauseOrder order, Actor actor) {
        mapper.insertPause(new LimitMapper.PauseRow(
                Ids.next(),
                limit.id(),
                order.from(),
                null,
                order.ground(),
                order.reason(),
                actor.userId(),
                null,
                order.order(),
                actor.name(),
                order.expectedOn(),
                null));
    }

    /** @param ground whose pause ends; null for all that are open */
    void closePause(CaseLimit limit, @Nullable String ground, LocalDate on, @Nullable String order, Actor actor) {
        mapper.updatePauseClosed(limit.id(), ground, on, actor.userId(), order);
    }

    void addExtension(CaseLimit limit, Extension extension, String reason, LocalDate on, Actor actor) {
        mapper.insertExtension(new LimitMapper.ExtensionRow(
                Ids.next(), limit.id(), extension.days(), actor.userId(), actor.name(), on, extension.order(), reason));
    }

    /**
     * The limit no longer belongs to its scope: another takes its place there.
     *
     * @return whether a timer of the process watched it
     */
    boolean leaveScope(CaseLimit limit) {
        boolean timed = mapper.findHasTimer(limit.id());
        mapper.updateScopeLeft(limit.id());
        return timed;
    }

    /** A timer of the process watches the limit. */
    void watched(CaseLimit limit) {
        mapper.updateHasTimer(limit.id());
    }

    /** The limit that takes the place of another inherits its pauses. */
    void copyPauses(CaseLimit from, CaseLimit to) {
        for (LimitMapper.PauseRow pause : mapper.findPauses(List.of(from.id()))) {
            mapper.insertPause(new LimitMapper.PauseRow(
                    Ids.next(),
                    to.id(),
                    pause.fromOn(),
                    pause.toOn(),
                    pause.ground(),
                    pause.reason(),
                    pause.openedBy(),
                    pause.closedBy(),
                    pause.orderNo(),
                    pause.approver(),
                    pause.expectedOn(),
                    pause.resumeOrderNo()));
        }
    }

    private LimitChange change(@Nullable CaseLimit before, CaseLimit after, LimitCause cause) {
        return new LimitChange(
                after.id(),
                after.version(),
                cause.kind(),
                cause.code(),
                cause.reason(),
                cause.order(),
                cause.on(),
                cause.actor().userId(),
                cause.actor().name(),
                clock.instant(),
                before == null ? null : before.state(),
                after.state(),
                before == null ? null : before.dueOn(),
                after.dueOn(),
                after.yellowOn(),
                after.redOn(),
                after.provisional(),
                after.calendarVersion(),
                inputs(after.request()));
    }

    /** The request as JSON, in a form of its own that survives changes of the record. */
    private String inputs(LimitRequest request) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("rule", request.rule());
        inputs.put("start", request.start().toString());
        inputs.put("pauses", request.pauses().stream().map(LimitBook::inputs).toList());
        inputs.put("extensionDays", request.extensionDays());
        if (!request.extensions().isEmpty()) {
            inputs.put(
                    "extensions",
                    request.extensions().stream().map(LimitBook::inputs).toList());
        }
        if (request.length() != null) {
            inputs.put("length", request.length());
        }
        if (request.unit() != null) {
            inputs.put("unit", request.unit().name());
        }
        if (request.endOn() != null) {
            inputs.put("endOn", request.endOn().toString());
        }
        if (request.lights() != null) {
            inputs.put("yellow", request.lights().yellow());
            inputs.put("red", request.lights().red());
        }
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> inputs(Pause pause) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("from", pause.from().toString());
        if (pause.to() != null) {
            inputs.put("to", pause.to().toString());
        }
        if (pause.ground() != null) {
            inputs.put("ground", pause.ground());
        }
        if (pause.order() != null) {
            inputs.put("order", pause.order());
        }
        return inputs;
    }

    private static Map<String, Object> inputs(Extension extension) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("days", extension.days());
        if (extension.approver() != null) {
            inputs.put("approver", extension.approver());
        }
        if (extension.approvedOn() != null) {
            inputs.put("approvedOn", extension.approvedOn().toString());
        }
        if (extension.order() != null) {
            inputs.put("order", extension.order());
        }
        return inputs;
    }

    private CaseLimit withPauses(LimitMapper.Row row) {
        return withPauses(List.of(row)).get(0);
    }

    private List<CaseLimit> withPauses(List<LimitMapper.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(LimitMapper.Row::id).toList();
        Map<String, List<Pause>> pauses = new HashMap<>();
        for (LimitMapper.PauseRow pause : mapper.findPauses(ids)) {
            pauses.computeIfAbsent(pause.limitId(), id -> new ArrayList<>())
                    .add(new Pause(pause.fromOn(), pause.toOn(), pause.ground(), pause.orderNo()));
        }
        Map<String, List<Extension>> extensions = new HashMap<>();
        if (rows.stream().anyMatch(row -> row.extensionDays() > 0)) {
            for (LimitMapper.ExtensionRow each : mapper.findExtensions(ids)) {
                extensions
                        .computeIfAbsent(each.limitId(), id -> new ArrayList<>())
                        .add(new Extension(each.days(), each.approver(), each.approvedOn(), each.orderNo()));
            }
        }
        return rows.stream()
                .map(row -> limit(
                        row,
                        pauses.getOrDefault(row.id(), List.of()),
                        extensions(row, extensions.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    /** Days that were granted before approvals were kept have no approver. */
    private static List<Extension> extensions(LimitMapper.Row row, List<Extension> known) {
        int unknown =
                row.extensionDays() - known.stream().mapToInt(Extension::days).sum();
        if (unknown <= 0) {
            return known;
        }
        List<Extension> all = new ArrayList<>(List.of(Extension.of(unknown)));
        all.addAll(known);
        return all;
    }

    private static CaseLimit limit(LimitMapper.Row row, List<Pause> pauses, List<Extension> extensions) {
        return new CaseLimit(
                row.id(),
                row.caseId(),
                row.rule(),
                row.activityId(),
                row.scopeId(),
                row.state(),
                row.startFact(),
                row.startOn(),
                row.setLength(),
                row.setUnit(),
                row.extensionDays(),
                row.dueOn(),
                row.yellowOn(),
                row.redOn(),
                row.unit(),
                row.provisional(),
                row.calendarVersion(),
                row.pausedOn(),
                row.metOn(),
                row.endOn(),
                row.ownYellow() == null || row.ownRed() == null ? null : new Thresholds(row.ownYellow(), row.ownRed()),
                row.version(),
                pauses,
                extensions);
    }

    private static LimitMapper.Row row(CaseLimit limit) {
        return new LimitMapper.Row(
                limit.id(),
                limit.caseId(),
                limit.rule(),
                limit.activityId(),
                limit.scopeId(),
                limit.state(),
                limit.startFact(),
                limit.startOn(),
                limit.setLength(),
                limit.setUnit(),
                limit.extensionDays(),
                limit.dueOn(),
                limit.yellowOn(),
                limit.redOn(),
                limit.unit(),
                limit.provisional(),
                limit.calendarVersion(),
                limit.pausedOn(),
                limit.metOn(),
                limit.endOn(),
                limit.lights() == null ? null : limit.lights().yellow(),
                limit.lights() == null ? null : limit.lights().red(),
                limit.version());
    }
}
