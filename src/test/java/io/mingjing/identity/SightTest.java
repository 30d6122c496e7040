package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {

    private static final Organ CITY =
            new Organ("gov", "盛阳市人民政府", "市政府", null, "/sy/", OrganKind.GOVERNMENT, "gov", "盛政", 1);
    private static final Organ BUREAU =
            new Organ("sfj", "盛阳市司法局", "司法局", "gov", "/sy/sfj/", OrganKind.JUSTICE_BUREAU, "gov", "盛政", 2);

    @ParameterizedTest
    @CsvSource({
        "INTAKE_CLERK, REVIEW FILING SUPERVISION, false, INTAKE_CLERK@gov",
        "REVIEW_OFFICER, REVIEW, false, REVIEW_OFFICER@gov",
        "UNIT_HEAD, REVIEW SUPERVISION LITIGATION FILING DECISION, false, UNIT_HEAD@gov",
        "ORGAN_HEAD, REVIEW SUPERVISION LITIGATION FILING DECISION, false, ORGAN_HEAD@gov",
        "GOV_OFFICE, REVIEW SUPERVISION LITIGATION FILING DECISION, false, GOV_OFFICE@gov",
        "SUPERVISOR, SUPERVISION LITIGATION, true, SUPERVISOR@gov",
        "LITIGATION_OFFICER, LITIGATION, false, LITIGATION_OFFICER@gov",
        "FILING_OFFICER, FILING DECISION, false, FILING_OFFICER@gov",
        "LEGAL_ADVISER, FILING DECISION, false, LEGAL_ADVISER@gov",
        "AUDITOR, REVIEW SUPERVISION LITIGATION FILING DECISION, true, ''",
    })
    void officerSeesTheOwnGovernmentInTheAreasOfTheRole(Role role, String areas, boolean subtree, String pools) {
        Sight sight = sight(role);

        assertThat(sight.officer()).isTrue();
        assertThat(sight.contact()).isFalse();
        assertThat(sight.subtree()).isEqualTo(subtree);
        assertThat(sight.areas()).isEqualTo(areas(areas));
        assertThat(String.join(" ", sight.poolKeys())).isEqualTo(pools);
        assertThat(sight.governmentId()).isEqualTo("gov");
        assertThat(sight.governmentPath()).isEqualTo("/sy/");
    }

    @Test
    void contactSeesOnlyWhatIsAddressedToTheOwnOrgan() {
        Sight sight = sight(Role.ORGAN_CONTACT);

        assertThat(sight.contact()).isTrue();
        assertThat(sight.officer()).isFalse();
        assertThat(sight.areas()).isEmpty();
        assertThat(sight.poolKeys()).containsExactly("ORGAN_CONTACT@sfj");
    }

    @Test
    void administratorSeesNoCase() {
        Sight sight = sight(Role.ADMIN);

        assertThat(sight.officer()).isFalse();
        assertThat(sight.contact()).isFalse();
        assertThat(sight.areas()).isEmpty();
        assertThat(sight.poolKeys()).isEmpty();
    }

    @Test
    void rolesAddUp() {
        Sight sight = sight(Role.REVIEW_OFFICER, Role.LITIGATION_OFFICER, Role.ADMIN);

        assertThat(sight.areas()).containsExactlyInAnyOrder(Area.REVIEW, Area.LITIGATION);
        assertThat(sight.poolKeys()).containsExactly("REVIEW_OFFICER@gov", "LITIGATION_OFFICER@gov");
    }

    private static Sight sight(Role... roles) {
        Actor actor = new Actor("u", "王芳", BUREAU.id(), BUREAU.path(), Set.of(roles));
        return Sight.of(actor, BUREAU, CITY);
    }

    private static Set<Area> areas(String names) {
        return Arrays.stream(names.split(" "))
                .map(Area::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));
    }
}
