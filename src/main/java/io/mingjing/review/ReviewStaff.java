package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Recusals;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people 行政复议人员 who may take part in a review: those of its organ who are not kept away from it. */
@Component
public class ReviewStaff {

    /** 实施条例 art. 39: two or more, under the simplified procedure one. */
    private static final int FEWEST = 2;

    private final People people;
    private final Cases cases;
    private final Recusals recusals;

    ReviewStaff(People people, Cases cases, Recusals recusals) {
        this.people = people;
        this.cases = cases;
        this.recusals = recusals;
    }

    /** Who may take part in this case, by pinyin. */
    public List<Person> of(String caseId) {
        return people.reviewStaff(cases.require(caseId).governmentId()).stream()
                .filter(person -> !recusals.recused(caseId, person.id()))
                .toList();
    }

    /** How many must take part in an act on this case at least. */
    public int fewest(String caseId) {
        return ProcedureChoice.SIMPLIFIED.equals(cases.require(caseId).procedure()) ? 1 : FEWEST;
    }

    /**
     * The colleague of that name; of several with the same name one who is not kept away from the case.
     *
     * @throws Refusal with the field: {@code PERSON_UNKNOWN}, {@code PERSON_RECUSED}
     */
    Person named(String caseId, String field, String name) {
        return named(caseId, field, List.of(name), 1).get(0);
    }

    /**
     * The colleagues of those names, each once, at least so many. A name that is given twice means two colleagues who
     * share it.
     *
     * @throws Refusal with the field: {@code STAFF_FEW}, {@code PERSON_UNKNOWN}, {@code PERSON_RECUSED}
     */
    List<Person> named(String caseId, String field, List<String> names, int fewest) {
        List<Person> everybody = people.reviewStaff(cases.require(caseId).governmentId());
        Set<Person> found = new LinkedHashSet<>();
        for (String name : names) {
            List<Person> sharing = everybody.stream()
                    .filter(one -> one.name().equals(name.strip()))
                    .toList();
            if (sharing.isEmpty()) {
                throw Refusal.fields(List.of(FieldError.of(field, "PERSON_UNKNOWN", name)));
            }
            List<Person> free = sharing.stream()
                    .filter(one -> !recusals.recused(caseId, one.id()))
                    .toList();
            if (free.isEmpty()) {
                throw Refusal.fields(List.of(FieldError.of(field, "PERSON_RECUSED", name)));
            }
            free.stream().filter(one -> !found.contains(one)).findFirst().ifPresent(found::add);
        }
        if (found.size() < fewest) {
            throw Refusal.fields(List.of(FieldError.of(field, "STAFF_FEW", fewest)));
        }
        return new ArrayList<>(found);
    }

    /** Names as a form keeps them, parted by 、 or as people type it. */
    public static List<String> names(String text) {
        return Stream.of(text.split("[、，,;；\\s]+"))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
