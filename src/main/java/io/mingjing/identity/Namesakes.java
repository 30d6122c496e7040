package io.mingjing.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names for lists in which somebody is chosen: of people who share a name, the sign-in name stands behind it. */
public final class Namesakes {

    private Namesakes() {}

    /** How each of these people is called in the list, by id, in the order given. */
    public static Map<String, String> labels(Collection<Person> people) {
        Map<String, Integer> sharing = new HashMap<>();
        people.stream().distinct().forEach(person -> sharing.merge(person.name(), 1, Integer::sum));
        Map<String, String> labels = new LinkedHashMap<>();
        for (Person person : people) {
            boolean alone = sharing.getOrDefault(person.name(), 0) < 2;
            labels.put(person.id(), alone ? person.name() : person.name() + " " + person.login());
        }
        return labels;
    }
}
