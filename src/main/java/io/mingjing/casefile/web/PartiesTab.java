package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.RecusalDuty;
import io.mingjing.casefile.Recusals;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is in a case: parties with masked numbers, handlers, recusals. */
@Component
class PartiesTab implements CaseTab {

    private final Parties parties;
    private final Handlers handlers;
    private final Recusals recusals;
    private final People people;
    private final Declarations declarations;

    /** A handler who must withdraw by what was declared, for whom, by which item of the law. */
    record Conflict(String person, RecusalDuty duty, int item) {}

    PartiesTab(Parties parties, Handlers handlers, Recusals recusals, People people, Declarations declarations) {
        this.parties = parties;
        this.handlers = handlers;
        this.recusals = recusals;
        this.people = people;
        this.declarations = declarations;
    }

    @Override
    public String id() {
        return "parties";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String view() {
        return "casefile/parties :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        return Math.toIntExact(parties.of(file.id()).stream()
                .filter(party -> party.leftOn() == null)
                .count());
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        List<Party> all = parties.of(file.id());
        List<Handler> named = handlers.of(file.id());
        Sight sight = people.sight(actor);
        boolean open = file.state() != CaseState.ARCHIVED;
        boolean head = open && actor.has(Role.UNIT_HEAD);
        boolean handles = named.stream().anyMatch(handler -> handler.userId().equals(actor.userId()));
        Map<String, Object> names = new HashMap<>();
        all.forEach(party -> names.put(party.id(), party.name()));
        Map<String, Object> model = new HashMap<>();
        model.put("all", all);
        model.put("names", names);
        boolean many = parties.needsRepresentatives(file.id());
        long elected = all.stream()
                .filter(party -> party.representative() && party.leftOn() == null)
                .count();
        model.put("manyApplicants", many);
        model.put("crowd", many && elected < 2);
        model.put("mayChange", parties.mayChange(file.id(), actor));
        model.put("handlers", named);
        model.put("recusals", sight.officer() ? recusals.of(file.id()) : List.of());
        model.put("conflicts", head ? conflicts(file.id(), named) : List.of());
        model.put("candidates", head ? handlers.candidates(file.id()) : List.of());
        model.put("mayName", head);
        model.put("mayRecuse", open && sight.officer() && !actor.has(Role.AUDITOR));
        model.put("mayReveal", handles || actor.hasAny(Role.UNIT_HEAD, Role.INTAKE_CLERK));
        return model;
    }

    private List<Conflict> conflicts(String caseId, List<Handler> handlers) {
        return handlers.stream()
                .flatMap(handler -> declarations.duty(caseId, handler.userId()).stream()
                        .map(duty -> new Conflict(handler.name(), duty, duty.item())))
                .toList();
    }
}
