package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The people behind a relation to a case: active, and never recused from it. */
@Component
class Receivers {

    private final AlertMapper mapper;
    private final People people;

    Receivers(AlertMapper mapper, People people) {
        this.mapper = mapper;
        this.people = people;
    }

    List<Person> of(Relation relation, CaseRow file) {
        Set<String> recused = new HashSet<>(mapper.findRecused(file.id()));
        return standing(relation, file).stream()
                .filter(person -> person.active() && !recused.contains(person.id()))
                .toList();
    }

    private List<Person> standing(Relation relation, CaseRow file) {
        return switch (relation) {
            case HANDLER -> handlers(file);
            case UNIT_HEAD -> people.withRole(Role.UNIT_HEAD, file.governmentId());
            case SUPERVISOR -> people.withRole(Role.SUPERVISOR, file.governmentId());
            case ORGAN_CONTACT ->
                mapper.findOrgans(file.id()).stream()
                        .flatMap(organ -> people.contactsOf(organ).stream())
                        .toList();
        };
    }

    private List<Person> handlers(CaseRow file) {
        List<Person> named =
                mapper.findHandlers(file.id()).stream().map(people::get).toList();
        return named.isEmpty() ? people.withRole(Role.UNIT_HEAD, file.governmentId()) : named;
    }
}
