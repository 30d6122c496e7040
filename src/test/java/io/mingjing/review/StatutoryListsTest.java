package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.PauseGrounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choices of the forms are the lists of the statute: none is missing, none is added. */
class StatutoryListsTest {

    @Test
    void everyGroundOnWhichTheLawRefusesAnApplicationCanBeChosen() throws IOException {
        assertThat(options("review-acceptance", "refusalGround"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RefusalGround.values()).map(Enum::name).toList());
        Set<RefusalGround> outOfScope = EnumSet.noneOf(RefusalGround.class);
        for (RefusalGround ground : RefusalGround.values()) {
            if (ground.condition() == Condition.IN_SCOPE) {
                outOfScope.add(ground);
            }
        }
        assertThat(outOfScope)
                .as("实施条例 art. 36, items 1 to 5")
                .contains(
                        RefusalGround.CRIMINAL_JUSTICE,
                        RefusalGround.GUIDANCE,
                        RefusalGround.INTERNAL_STEP,
                        RefusalGround.HIERARCHY,
                        RefusalGround.PETITION)
                .as("行政复议法 art. 12, items 1 to 4")
                .contains(
                        RefusalGround.STATE_ACT,
                        RefusalGround.NORMATIVE_DOCUMENT,
                        RefusalGround.PERSONNEL,
                        RefusalGround.CIVIL_MEDIATION);
        assertThat(Condition.values()).as("art. 30.1").hasSize(7);
    }

    @Test
    void reviewComesBeforeSuitInTheFiveCasesOfTheLaw() throws IOException {
        List<String> five =
                List.of("ON_THE_SPOT", "NATURAL_RESOURCE", "NON_PERFORMANCE", "INFORMATION", "OTHER_STATUTE");
        assertThat(options("register-application", "prerequisiteGround")).containsExactlyElementsOf(five);
        assertThat(options("review-acceptance", "prerequisiteGround"))
                .containsAll(five)
                .contains("NONE");
    }

    @Test
    void aCaseIsSuspendedOnTheTenGroundsAndThreeOfThemAreWatchedForSixtyDays() throws IOException {
        List<String> ten = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(options("propose-suspension", "ground")).containsExactlyElementsOf(ten);
        assertThat(ten).filteredOn(PauseGrounds::watched).containsExactly("1", "2", "4");
        assertThat(ten).allMatch(ground -> PauseGrounds.suspends("AR-DECIDE-ORD", ground));
        assertThat(List.of("SITE", "APPRAISAL", "ELEVATION"))
                .as("excluded time is no suspension")
                .allMatch(ground -> PauseGrounds.excludes("AR-DECIDE-ORD", ground))
                .noneMatch(ground -> PauseGrounds.suspends("AR-DECIDE-ORD", ground));
    }

    @Test
    void aDismissalRestsOnOneOfTheSevenConditionsOrTheThreeGroundsOfTheRegulation() throws IOException {
        List<String> ten = List.of(
                "PARTIES",
                "NO_INTEREST",
                "NO_REQUEST",
                "OUT_OF_TIME",
                "OUT_OF_SCOPE",
                "NOT_COMPETENT",
                "ALREADY_ACCEPTED",
                "GROUNDLESS",
                "DUTY_ELSEWHERE",
                "COURT_CONFIRMED");
        assertThat(options("begin-dismissal", "dismissalGround")).containsExactlyElementsOf(ten);
        assertThat(options("revise-dismissal", "dismissalGround")).containsExactlyElementsOf(ten);
    }

    @Test
    void executionIsStayedOnFourGroundsAndAReviewTerminatedOnThoseOfTheLaw() throws IOException {
        assertThat(options("propose-stay", "stayGround"))
                .containsExactlyInAnyOrder("RESPONDENT", "ORGAN", "REQUESTED", "LAW");
        assertThat(options("begin-termination", "terminationGround"))
                .as("art. 41, items 2 to 5; item 1 is the withdrawal")
                .containsExactly("NO_HEIR", "NO_SUCCESSOR", "CRIMINAL_CUSTODY", "SUSPENDED_60");
    }

    private static List<String> options(String form, String field) throws IOException {
        List<String> values = new ArrayList<>();
        collect(
                new ObjectMapper()
                        .readTree(Path.of("bpmn/review/" + form + ".form").toFile()),
                field,
                values);
        return values;
    }

    private static void collect(JsonNode node, String field, List<String> values) {
        for (JsonNode component : node.path("components")) {
            if (component.path("key").asText().equals(field)) {
                component
                        .path("values")
                        .forEach(value -> values.add(value.path("value").asText()));
            }
            collect(component, field, values);
        }
    }
}
