package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesakesTest {

    @Test
    void whoSharesANameIsToldApartByTheSignInNameAndNobodyElse() {
        Person first = person("1", "wangfang", "王芳");
        Person second = person("2", "wangfang2", "王芳");
        Person other = person("3", "lijun", "李军");

        assertThat(Namesakes.labels(List.of(first, other, second)))
                .containsEntry("1", "王芳 wangfang")
                .containsEntry("2", "王芳 wangfang2")
                .containsEntry("3", "李军");
    }

    @Test
    void somebodyWhoIsInTheListTwiceIsNoNamesake() {
        Person person = person("1", "wangfang", "王芳");

        assertThat(Namesakes.labels(List.of(person, person))).containsEntry("1", "王芳");
    }

    private static Person person(String id, String login, String name) {
        return new Person(id, login, name, "organ", Set.of(Role.REVIEW_OFFICER), null, true, "zh");
    }
}
