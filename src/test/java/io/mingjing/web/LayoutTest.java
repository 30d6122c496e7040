package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "INTAKE_CLERK, home worklist cases online desk filing ledgers calculator messages",
        "REVIEW_OFFICER, home worklist cases desk ledgers calculator messages",
        "UNIT_HEAD, home worklist cases desk supervision filing ledgers calculator messages calendar",
        "ORGAN_HEAD, home worklist cases supervision filing ledgers calculator messages",
        "GOV_OFFICE, home worklist cases supervision filing ledgers calculator messages",
        "ORGAN_CONTACT, home worklist cases organ calculator messages",
        "ORGAN_STAFF, home organ calculator messages",
        "SUPERVISOR, home worklist cases supervision calculator messages",
        "LITIGATION_OFFICER, home worklist cases calculator messages",
        "FILING_OFFICER, home worklist cases filing calculator messages",
        "LEGAL_ADVISER, home worklist cases filing calculator messages",
        "AUDITOR, home cases supervision filing ledgers calculator messages audit",
        "ADMIN, home calculator messages calendar admin"
    })
    void theMenuHoldsWhatTheRoleWorksWith(Role role, String items) {
        List<String> ids =
                Pages.frame(role).getMenu().stream().map(MenuItem::id).toList();

        assertThat(ids).containsExactly(items.split(" "));
    }

    @Test
    void aPageStandsInTheFrameWithItsMenuItemMarked() {
        String html = Pages.chinese().render("web/error", refused(Pages.frame(Role.REVIEW_OFFICER)));

        assertThat(html)
                .contains("<html lang=\"zh-CN\">", "<title>没有办成 · 明镜</title>", "该任务已由李军领取", "王芳", "承办人", "和平司法局")
                .contains("href=\"/worklist\"", "name=\"htmx-config\"", "/app/app.css", "/app/app.js")
                .doesNotContain("/admin", "??", "th:");
    }

    @Test
    void anAdministratorHasNoSearchBoxForCases() {
        assertThat(Pages.chinese().render("web/error", refused(Pages.frame(Role.ADMIN))))
                .contains("/admin")
                .doesNotContain("action=\"/cases\"");
    }

    @Test
    void aPageSpeaksEnglishOnRequest() {
        assertThat(Pages.english().render("web/error", refused(Pages.frame(Role.REVIEW_OFFICER))))
                .contains("<html lang=\"en\">", "Worklist", "Sign out", "lang=\"zh-CN\"")
                .doesNotContain("??");
    }

    @Test
    void aPublicPageShowsNoMenu() {
        assertThat(Pages.chinese().render("web/error", refused(new Frame(null, null, false))))
                .contains("English")
                .doesNotContain("mj-nav", "/logout");
    }

    @Test
    void theDemonstrationBarShowsOnlyInTheDemonstration() {
        assertThat(Pages.chinese().render("web/error", refused(new Frame(null, null, true))))
                .contains("mj-demo");
        assertThat(Pages.chinese().render("web/error", refused(new Frame(null, null, false))))
                .doesNotContain("mj-demo");
    }

    @Test
    void aLightIsSignColourAndWord() {
        String html = Pages.chinese().render("test/lights", Map.of());

        assertThat(html)
                .contains("mj-light--green", "<circle", "正常")
                .contains("mj-light--yellow", "<path", "临期")
                .contains("mj-light--red", "<rect", "紧急", "超期")
                .contains("mj-light--paused", "中止");
    }

    private static Map<String, Object> refused(Frame frame) {
        Map<String, Object> model = new HashMap<>();
        model.put("frame", frame);
        model.put("status", 409);
        model.put("text", "该任务已由李军领取");
        return model;
    }
}
