package io.mingjing.worklist;

import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who can be asked to take part in a task: officers of its government, for a task of an organ the contacts of that organ;
 * never who is recused, who only reads, or who only runs the installation.
 */
@Component
class Colleagues {

    /** Name of the field in which people are chosen. */
    static final String FIELD = "people";

    private static final Set<Role> NO_COLLEAGUES =
            Set.of(Role.ADMIN, Role.AUDITOR, Role.ORGAN_CONTACT, Role.ORGAN_STAFF);

    private final People people;
    private final Organs organs;
    private final PartMapper parts;

    Colleagues(People people, Organs organs, PartMapper parts) {
        this.people = people;
        this.organs = organs;
        this.parts = parts;
    }

    /** Everybody but the one who asks, by role and pinyin. */
    List<Person> of(TaskRow task, String but) {
        List<String> recused = parts.findRecused(task.caseId());
        Map<String, Person> found = new LinkedHashMap<>();
        String organ = task.organId();
        if (ofOrgan(task)) {
            (organ == null ? List.<Person>of() : people.contactsOf(organ))
                    .forEach(person -> found.putIfAbsent(person.id(), person));
        } else {
            Arrays.stream(Role.values())
                    .filter(role -> !NO_COLLEAGUES.contains(role))
                    .flatMap(role -> people.withRole(role, task.governmentId()).stream())
                    .forEach(person -> found.putIfAbsent(person.id(), person));
        }
        return found.values().stream()
                .filter(person -> !person.id().equals(but) && !recused.contains(person.id()))
                .toList();
    }

    /** Refused: {@code COLLEAGUE_SELF}, {@code COLLEAGUE_ELSEWHERE}, {@code ASSIGNEE_RECUSED}. */
    Person require(TaskRow task, String userId, String but) {
        Person person = people.get(userId);
        if (userId.equals(but)) {
            throw Refusal.fields(List.of(FieldError.of(FIELD, "COLLEAGUE_SELF")));
        }
        boolean near = ofOrgan(task)
                ? person.has(Role.ORGAN_CONTACT) && person.organId().equals(task.organId())
                : person.roles().stream().anyMatch(role -> !NO_COLLEAGUES.contains(role))
                        && organs.get(person.organId()).governmentId().equals(task.governmentId());
        if (!person.active() || !near) {
            throw Refusal.invalid("COLLEAGUE_ELSEWHERE", person.name());
        }
        if (parts.findRecused(task.caseId()).contains(userId)) {
            throw Refusal.conflict("ASSIGNEE_RECUSED", person.name());
        }
        return person;
    }

    private static boolean ofOrgan(TaskRow task) {
        return task.pool().equals(Role.ORGAN_CONTACT.name());
    }
}
