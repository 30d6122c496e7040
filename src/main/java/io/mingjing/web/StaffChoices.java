package io.mingjing.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Lets people choose colleagues by name where a form asks for members of the office: one (property {@code picker=staff}) or
 * several ({@code staffList}, kept as names parted by {@code 、}).
 */
@Component
class StaffChoices {

    static final String ONE = "staff";
    static final String SEVERAL = "staffList";
    static final String SEPARATOR = "、";

    private final People people;
    private final CurrentUser user;

    StaffChoices(People people, CurrentUser user) {
        this.people = people;
        this.user = user;
    }

    /** Names of those who may take part in a review, by pinyin. */
    List<String> names() {
        return user.find()
                .map(actor -> people.reviewStaff(people.sight(actor).governmentId()).stream()
                        .map(Person::name)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }
}
