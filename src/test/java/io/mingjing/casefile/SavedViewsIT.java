package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/** Lists kept under a name, and lists taken away as a workbook. */
@IntegrationTest
class SavedViewsIT {

    @Autowired
    SavedViews views;

    @Autowired
    CaseExport export;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @TempDir
    Path folder;

    Office office;
    Actor officer;
    Actor colleague;
    Actor head;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        colleague = office.person("李军", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    @Test
    void anOwnViewIsTheOwnersAloneAndCanBeStarred() {
        SavedView saved = views.save(SavedView.Page.TASKS, "我的红灯", "list=mine&light=red", false, officer);

        assertThat(views.of(SavedView.Page.TASKS, officer)).containsExactly(saved);
        assertThat(saved.address()).isEqualTo("/worklist?list=mine&light=red");
        assertThat(saved.inBar()).isTrue();
        assertThat(views.of(SavedView.Page.TASKS, colleague)).isEmpty();
        assertThat(views.of(SavedView.Page.CASES, officer)).isEmpty();
        views.star(saved.id(), false, officer);

        assertThat(views.of(SavedView.Page.TASKS, officer).get(0).inBar()).isFalse();
        assertRefused("VIEW_NOT_FOUND", () -> views.star(saved.id(), true, colleague));
        assertRefused("VIEW_NOT_FOUND", () -> views.remove(saved.id(), colleague));
        views.remove(saved.id(), officer);
        assertThat(views.of(SavedView.Page.TASKS, officer)).isEmpty();
    }

    @Test
    void aViewOfTheUnitIsSetByItsHeadForEverybodyOfTheGovernment() {
        assertRefused(
                "VIEW_UNIT_ONLY", () -> views.save(SavedView.Page.TASKS, "超期", "list=unit&due=overdue", true, officer));
        SavedView unit = views.save(SavedView.Page.TASKS, "本周到期", "list=unit&due=soon", true, head);
        SavedView own = views.save(SavedView.Page.TASKS, "安静", "list=mine", false, officer);

        assertThat(views.of(SavedView.Page.TASKS, officer)).containsExactly(unit, own);
        assertThat(unit.inBar()).isTrue();
        Actor elsewhere = office.person("周杰", office.cityBureau, Role.UNIT_HEAD);
        assertThat(views.of(SavedView.Page.TASKS, elsewhere)).isEmpty();
        assertRefused("VIEW_UNIT_ONLY", () -> views.remove(unit.id(), officer));
        assertRefused("VIEW_NOT_FOUND", () -> views.remove(unit.id(), elsewhere));
        views.remove(unit.id(), head);
        assertThat(views.of(SavedView.Page.TASKS, officer)).containsExactly(own);
    }

    @Test
    void aViewKeepsOnlyFiltersThatThePageKnows() {
        SavedView saved = views.save(
                SavedView.Page.CASES,
                "未送达",
                "pending=UNSERVED&after=abc&limit=5&evil=%3Cscript%3E&q=%E7%89%A9%E4%B8%9A&area=\"><b>",
                false,
                officer);

        assertThat(saved.filters()).isEqualTo("pending=UNSERVED&q=%E7%89%A9%E4%B8%9A");
        assertRefused("VIEW_EMPTY", () -> views.save(SavedView.Page.CASES, "空", "after=abc", false, officer));
        assertRefused("VIEW_NAME", () -> views.save(SavedView.Page.CASES, " ", "area=REVIEW", false, officer));
    }

    @Test
    void aWorkbookHoldsTheCasesOfTheSearchTheQueryAndTheTime() throws Exception {
        office.caseOf(Area.REVIEW, office.district);
        String number = jdbc.queryForObject(
                "select register_no from casefile_case where government_id = ?", String.class, office.district.id());
        office.caseOf(Area.REVIEW, office.city);

        byte[] book = export.xlsx(CaseQuery.all(), "状态 办理中", officer, Locale.SIMPLIFIED_CHINESE);

        String sheet = entry(book, "xl/worksheets/sheet1.xml") + entry(book, "xl/sharedStrings.xml");
        assertThat(sheet).contains(number, "明珠物业公司不服行政处罚决定案", "查询条件：状态 办理中", "导出人：王芳", "2026-03-02 09:00", "共 1 件");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where kind = 'casefile.exported' and actor_id = ?",
                        Integer.class,
                        officer.userId()))
                .isEqualTo(1);
    }

    @Test
    void whatLooksLikeAFormulaIsExportedAsText() throws Exception {
        String file = office.caseOf(Area.REVIEW, office.district);
        jdbc.update("update casefile_case set title = '=1+2' where id = ?", file);

        byte[] book = export.xlsx(CaseQuery.all(), "全部", officer, Locale.SIMPLIFIED_CHINESE);

        assertThat(entry(book, "xl/worksheets/sheet1.xml"))
                .contains("<t>=1+2</t>")
                .doesNotContain("<f>");
    }

    private String entry(byte[] book, String name) throws Exception {
        Path file = Files.write(folder.resolve("cases.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return HtmlUtils.htmlUnescape( // the writer puts Chinese as numeric references
                    new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
