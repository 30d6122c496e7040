package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class FirstAdministratorTest {

    @Test
    void emptyInstallationGetsOneAdministratorWhosePasswordIsPrintedOnce() {
        PersonMapper people = mock(PersonMapper.class);
        when(people.countAll()).thenReturn(0, 1);
        OrganMapper organs = mock(OrganMapper.class);
        Organs organService = mock(Organs.class);
        Organ government = new Organ("g", "盛阳市人民政府", "盛阳市人民政府", null, "/gov/", OrganKind.GOVERNMENT, "g", null, 10);
        when(organService.create(any(), any())).thenReturn(government);
        People peopleService = mock(People.class);
        Person admin = new Person("u", "admin", "管理员", "g", Set.of(Role.ADMIN), null, true, "zh-CN");
        when(peopleService.create(
                        argThat(draft ->
                                draft.organId().equals("g") && draft.roles().equals(Set.of(Role.ADMIN))),
                        argThat(Actor::isSystem)))
                .thenReturn(new People.NewPassword(admin, "abcd-efgh-jkmn-pqrs"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FirstAdministrator first = new FirstAdministrator(
                organs,
                people,
                organService,
                peopleService,
                mock(PlatformTransactionManager.class),
                "盛阳市人民政府",
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        first.enter();
        first.enter();

        assertThat(printed.toString(StandardCharsets.UTF_8)).containsOnlyOnce("abcd-efgh-jkmn-pqrs");
    }
}
