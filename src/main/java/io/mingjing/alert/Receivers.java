package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.alert.AlertMapper.PersonRow;
import io.mingjing.alert.AlertMapper.Tie;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people behind the relations to cases: active, and never recused. For many cases at once, in as many statements as
 * for one.
 */
@Component
class Receivers {

    private final AlertMapper mapper;

    Receivers(AlertMapper mapper) {
        this.mapper = mapper;
    }

    /** Whoever may have to be told of these cases, by the relations that the policy names. */
    Circle around(Collection<CaseRow> cases, Set<Relation> relations) {
        Set<String> ids = cases.stream().map(CaseRow::id).collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty() || relations.isEmpty()) {
            return new Circle();
        }
        Circle circle = new Circle();
        circle.recused = byCase(Raising.inParts(ids, mapper::findRecused));
        if (relations.contains(Relation.HANDLER)) {
            circle.handlers = byCase(Raising.inParts(ids, mapper::findHandlers));
            Set<String> named = values(circle.handlers);
            if (!named.isEmpty()) {
                mapper.findPeople(named).forEach(person -> circle.people.put(person.id(), person));
            }
        }
        if (relations.contains(Relation.ORGAN_CONTACT) || relations.contains(Relation.ORGAN_HEAD)) {
            circle.organs = byCase(Raising.inParts(ids, mapper::findOrgans));
            Set<String> addressed = values(circle.organs);
            if (!addressed.isEmpty()) {
                circle.organPeople = mapper.findOrganPeople(addressed).stream()
                        .collect(Collectors.groupingBy(PersonRow::organId, LinkedHashMap::new, Collectors.toList()));
            }
        }
        Set<Role> roles = roles(relations);
        if (!roles.isEmpty()) {
            Set<String> governments =
                    cases.stream().map(CaseRow::governmentId).collect(Collectors.toCollection(TreeSet::new));
            circle.office = mapper.findOffice(roles, governments);
        }
        return circle;
    }

    /** Somebody named outright. */
    List<PersonRow> person(String userId) {
        return mapper.findPeople(Set.of(userId));
    }

    /** Everybody who may take tasks of a pool, {@code ROLE@<id of the government, of a contact's organ>}. */
    List<PersonRow> pool(String poolKey) {
        int at = poolKey.indexOf('@');
        String place = poolKey.substring(at + 1);
        if (at < 1 || place.isEmpty()) {
            return List.of();
        }
        Role role = Role.valueOf(poolKey.substring(0, at));
        List<PersonRow> people = role == Role.ORGAN_CONTACT
                ? mapper.findOrganPeople(Set.of(place))
                : mapper.findOffice(Set.of(role), Set.of(place));
        return people.stream().filter(person -> person.role() == role).toList();
    }

    private static Set<Role> roles(Set<Relation> relations) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Relation relation : relations) {
            switch (relation) {
                case HANDLER, UNIT_HEAD -> roles.add(Role.UNIT_HEAD);
                case SUPERVISOR -> roles.add(Role.SUPERVISOR);
                case LEADER -> roles.add(Role.ORGAN_HEAD);
                case ADMIN -> roles.add(Role.ADMIN);
                case ORGAN_CONTACT, ORGAN_HEAD, URGED -> {}
            }
        }
        return roles;
    }

    private static Map<String, List<String>> byCase(List<Tie> ties) {
        Map<String, List<String>> byCase = new HashMap<>();
        for (Tie tie : ties) {
            byCase.computeIfAbsent(tie.caseId(), id -> new ArrayList<>()).add(tie.otherId());
        }
        return byCase;
    }

    private static Set<String> values(Map<String, List<String>> byCase) {
        return byCase.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The people around a number of cases. */
    static final class Circle {

        private Map<String, List<String>> recused = Map.of();
        private Map<String, List<String>> handlers = Map.of();
        private Map<String, List<String>> organs = Map.of();
        private Map<String, List<PersonRow>> organPeople = Map.of();
        private List<PersonRow> office = List.of();
        private final Map<String, PersonRow> people = new HashMap<>();
        private final Map<String, List<PersonRow>> officeOf = new HashMap<>();

        List<PersonRow> of(Relation relation, CaseRow file) {
            List<String> out = recused.getOrDefault(file.id(), List.of());
            return standing(relation, file)
                    .filter(person -> !out.contains(person.id()))
                    .toList();
        }

        private Stream<PersonRow> standing(Relation relation, CaseRow file) {
            return switch (relation) {
                case HANDLER -> {
                    List<String> named = handlers.getOrDefault(file.id(), List.of());
                    yield named.isEmpty()
                            ? holders(Role.UNIT_HEAD, file.governmentId())
                            : named.stream().flatMap(id -> Stream.ofNullable(people.get(id)));
                }
                case UNIT_HEAD -> holders(Role.UNIT_HEAD, file.governmentId());
                case SUPERVISOR -> holders(Role.SUPERVISOR, file.governmentId());
                case LEADER -> holders(Role.ORGAN_HEAD, file.governmentId());
                case ADMIN -> holders(Role.ADMIN, null);
                case ORGAN_CONTACT -> addressed(file, Set.of(Role.ORGAN_CONTACT));
                case ORGAN_HEAD -> addressed(file, Set.of(Role.UNIT_HEAD, Role.ORGAN_HEAD));
                case URGED -> Stream.empty(); // named outright
            };
        }

        private Stream<PersonRow> holders(Role role, @Nullable String governmentId) {
            return officeOf
                    .computeIfAbsent(
                            role + "@" + governmentId,
                            key -> office.stream()
                                    .filter(person -> person.role() == role
                                            && (governmentId == null
                                                    || person.governmentId().equals(governmentId)))
                                    .toList())
                    .stream();
        }

        private Stream<PersonRow> addressed(CaseRow file, Set<Role> roles) {
            return organs.getOrDefault(file.id(), List.of()).stream()
                    .flatMap(organ -> organPeople.getOrDefault(organ, List.of()).stream())
                    .filter(person -> person.role() != null && roles.contains(person.role()));
        }
    }
}
