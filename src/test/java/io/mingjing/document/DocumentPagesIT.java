package io.mingjing.document;

import static io.mingjing.document.DocumentStage.CLERK;
import static io.mingjing.document.DocumentStage.CONTACT;
import static io.mingjing.document.DocumentStage.OFFICER;
import static io.mingjing.document.DocumentStage.TODAY;
import static io.mingjing.document.DocumentStage.UNIT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.document.DocumentPagesIT.Pages;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The module's own pages and API; what a refusal looks like is the frame's matter and tested there. */
@SpringBootTest(classes = {DocumentStage.class, Pages.class})
@ContextConfiguration(initializers = DocumentTest.OwnPlaces.class)
@ActiveProfiles("it")
@AutoConfigureMockMvc(addFilters = false)
class DocumentPagesIT {

    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    @ComponentScan("io.mingjing.document.web")
    static class Pages {

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource source = new ResourceBundleMessageSource();
            source.setBasenames("messages/document", "messages/web");
            source.setDefaultEncoding(StandardCharsets.UTF_8.name());
            source.setFallbackToSystemLocale(false);
            return source;
        }
    }

    @MockitoBean
    private CurrentUser user;

    private final MockMvc mvc;
    private final Letters letters;
    private final Attachments attachments;
    private final ElectronicSeals seals;
    private final DefaultListableBeanFactory beans;
    private final String caseId = Ids.next();

    DocumentPagesIT(
            @Autowired MockMvc mvc,
            @Autowired Letters letters,
            @Autowired Attachments attachments,
            @Autowired ElectronicSeals seals,
            @Autowired DefaultListableBeanFactory beans) {
        this.mvc = mvc;
        this.seals = seals;
        this.beans = beans;
        this.letters = letters;
        this.attachments = attachments;
    }

    @Test
    void anUploadAnswersTheListWithTheFile() throws Exception {
        as(CONTACT);
        mvc.perform(zh(multipart("/cases/{c}/attachments", caseId)
                        .file(new MockMultipartFile("file", "答复书.pdf", "application/pdf", SampleFiles.pdf()))
                        .param("label", "书面答复")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("答复书.pdf")))
                .andExpect(content().string(containsString("书面答复")))
                .andExpect(content().string(containsString("2026-03-09 09:00")))
                .andExpect(content().string(not(containsString("副卷"))));
        assertThat(attachments.of(caseId, CONTACT)).hasSize(1);
    }

    @Test
    void aMachineUploadsAndReadsAllDocuments() throws Exception {
        as(OFFICER);
        mvc.perform(multipart("/api/v1/cases/{c}/attachments", caseId)
                        .file(new MockMultipartFile("file", "审批单.pdf", "application/pdf", SampleFiles.pdf()))
                        .param("part", "SECONDARY"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fileName").value("审批单.pdf"))
                .andExpect(jsonPath("$.part").value("SECONDARY"));
        Letter letter = issued();
        mvc.perform(get("/api/v1/cases/{c}/documents", caseId))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.attachments.length()").value(1))
                .andExpect(jsonPath("$.letters[0].letter.number").value(letter.number()))
                .andExpect(jsonPath("$.letters[0].recipients[0].id").value("applicant"))
                .andExpect(jsonPath("$.pending[0].code").value("NOT_SERVED"));
    }

    @Test
    void aRequestWithoutAFileIsRefused() {
        as(OFFICER);
        assertThatRefused("FILE_NOT_SENT", multipart("/cases/{c}/attachments", caseId));
    }

    @Test
    void aFileIsADownloadAndNeverRunsInThePage() throws Exception {
        as(OFFICER);
        Attachment pdf = store("答复书 1.pdf", SampleFiles.pdf());
        mvc.perform(get("/attachments/{id}", pdf.id()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString("filename*=UTF-8''%E7%AD%94%E5%A4%8D%E4%B9%A6%201.pdf")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().bytes(SampleFiles.pdf()));
        mvc.perform(get("/attachments/{id}?inline", pdf.id()))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
        Attachment word = store("答复书.docx", SampleFiles.docx(false));
        mvc.perform(get("/attachments/{id}?inline", word.id()))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void thePanelTellsTheStoryOfALetterAndTakesItsService() throws Exception {
        as(CLERK);
        Letter letter = issued();
        mvc.perform(zh(get("/cases/{c}/letters", caseId)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(String.valueOf(letter.number()))))
                .andExpect(content().string(containsString("机构负责人")))
                .andExpect(content().string(containsString("未送达")))
                .andExpect(content().string(containsString("登记送达")))
                .andExpect(content().string(containsString("只提供 Word 文件")))
                .andExpect(content().string(not(containsString("style="))));
        mvc.perform(zh(post("/cases/{c}/letters/{l}/services", caseId, letter.id())
                        .param("recipientId", "applicant")
                        .param("method", "DIRECT")
                        .param("on", "2026-03-09")
                        .param("evidence", "")
                        .param("note", "前台签收")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("直接送达")))
                .andExpect(content().string(containsString("前台签收")))
                .andExpect(content().string(not(containsString("登记送达"))));
        assertThat(letters.allServed(letter.id())).isTrue();
    }

    @Test
    void thePanelSpeaksEnglishToo() throws Exception {
        as(CLERK);
        issued();
        mvc.perform(get("/cases/{c}/letters", caseId).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("not served")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aPaperApprovalIsEnteredByOneAndConfirmedByAnother() throws Exception {
        as(CLERK);
        Attachment scan = store("审批单.pdf", SampleFiles.pdf());
        Letter letter = draft();
        mvc.perform(zh(post("/cases/{c}/letters/{l}/paper-approvals", caseId, letter.id())
                        .param("level", "UNIT_HEAD")
                        .param("approver", "赵国强")
                        .param("on", "2026-03-09")
                        .param("scan", scan.id())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("线下审批补录")))
                .andExpect(content().string(containsString("待另一人复核")));
        String entry = letters.approvals(letter.id()).get(0).id();
        assertThatRefused(
                "PAPER_SAME_PERSON",
                post("/cases/{c}/letters/{l}/paper-approvals/{a}/confirmation", caseId, letter.id(), entry));
        as(OFFICER);
        mvc.perform(zh(post("/cases/{c}/letters/{l}/paper-approvals/{a}/confirmation", caseId, letter.id(), entry)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("李军 复核")));
    }

    @Test
    void aMachineServesAndIsToldWhatIsMissing() throws Exception {
        as(CLERK);
        Letter letter = issued();
        assertThatRefused(
                "FIELDS",
                post("/api/v1/cases/{c}/letters/{l}/services", caseId, letter.id())
                        .contentType("application/json")
                        .content("{\"recipientId\":\"applicant\",\"method\":\"DIRECT\"}"));
        mvc.perform(post("/api/v1/cases/{c}/letters/{l}/services", caseId, letter.id())
                        .contentType("application/json")
                        .content("{\"recipientId\":\"applicant\",\"method\":\"DIRECT\",\"on\":\"2026-03-09\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.servedOn").value("2026-03-09"));
    }

    @Test
    void aLetterIsReachedThroughItsOwnCaseOnly() throws Exception {
        as(CLERK);
        Letter letter = issued();
        assertThatRefused("LETTER_NOT_FOUND", get("/cases/{c}/letters/{l}/docx", Ids.next(), letter.id()));
        mvc.perform(get("/cases/{c}/letters/{l}/docx", caseId, letter.id()))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", '"' + String.valueOf(letter.docxSha256()) + '"'));
        mvc.perform(get("/cases/{c}/letters/{l}/recipients/applicant/receipt", caseId, letter.id()))
                .andExpect(status().isOk());
    }

    @Test
    void contactsOfAnotherOrganSeeNoLetter() throws Exception {
        Letter letter = issued();
        as(CONTACT);
        mvc.perform(zh(get("/cases/{c}/letters", caseId)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("本案还没有文书")));
        assertThatRefused("LETTER_NOT_FOUND", get("/cases/{c}/letters/{l}/docx", caseId, letter.id()));
    }

    private void as(Actor actor) {
        when(user.actor()).thenReturn(actor);
    }

    private static MockHttpServletRequestBuilder zh(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.SIMPLIFIED_CHINESE);
    }

    private void assertThatRefused(String code, MockHttpServletRequestBuilder request) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mvc.perform(request)))
                .isInstanceOf(ServletException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Letter draft() {
        return letters.draft(
                caseId,
                "acceptance-notice",
                Samples.fields("acceptance-notice"),
                List.of(new Recipient("applicant", "沈阳盛和餐饮管理有限公司", "APPLICANT")),
                OFFICER);
    }

    @Test
    void withoutASealServiceThePaperRegisterIsThereAndThePageSaysSo() throws Exception {
        Letter letter = issued();
        as(CLERK);

        mvc.perform(zh(get("/cases/{c}/letters", caseId)))
                .andExpect(content().string(containsString("没有接入电子印章")))
                .andExpect(content().string(containsString("用印登记")))
                .andExpect(content().string(not(containsString("加盖电子印章"))));
        assertThatRefused(
                "SEAL_PORT_MISSING", post("/api/v1/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id()));
    }

    @Test
    void aSealServiceSealsOnceAndThePageSaysThatTheDemonstrationIsNone() throws Exception {
        Letter letter = issued();
        as(CLERK);
        withPort(new DemoSeal(), () -> {
            mvc.perform(zh(get("/cases/{c}/letters", caseId)))
                    .andExpect(content().string(containsString("加盖电子印章")))
                    .andExpect(content().string(containsString("仅供演示，没有法律效力")))
                    .andExpect(content().string(containsString("用印登记")));
            mvc.perform(zh(post("/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id())))
                    .andExpect(content().string(containsString("演示印章，没有法律效力")))
                    .andExpect(content().string(containsString("DEMO-")));
            byte[] sealed = mvc.perform(get("/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(sealed))) {
                assertThat(docx.getParagraphs()
                                .get(docx.getParagraphs().size() - 1)
                                .getText())
                        .contains("仅供演示，没有法律效力");
            }
            assertThatRefused(
                    "SEALED_ALREADY", post("/api/v1/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id()));
        });
    }

    @Test
    void aSealServiceThatFailsLeavesNothing() throws Exception {
        Letter letter = issued();
        as(CLERK);
        SealPort broken = new SealPort() {
            @Override
            public String name() {
                return "市印章平台";
            }

            @Override
            public boolean placeholder() {
                return false;
            }

            @Override
            public Sealed seal(Request request) {
                throw new IllegalStateException("no line");
            }
        };
        withPort(broken, () -> {
            assertThatRefused(
                    "SEAL_PORT_FAILED", post("/api/v1/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id()));
            as(OFFICER);
            assertThatRefused(
                    "LETTER_ROLE", post("/api/v1/cases/{c}/letters/{l}/electronic-seal", caseId, letter.id()));
        });
        assertThat(seals.of(letter.id())).isEmpty();
    }

    @Test
    void whileTheSealServiceIsAskedNobodyAsksItAgain() throws Exception {
        Letter letter = issued();
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<String> second = new AtomicReference<>("");
        SealPort slow = new SealPort() {
            @Override
            public String name() {
                return "市印章平台";
            }

            @Override
            public boolean placeholder() {
                return false;
            }

            @Override
            public Sealed seal(Request request) {
                calls.incrementAndGet();
                try {
                    seals.seal(letter.id(), CLERK);
                } catch (Refusal refusal) {
                    second.set(refusal.code());
                }
                throw new IllegalStateException("no line");
            }
        };
        withPort(slow, () -> {
            assertThatThrownBy(() -> seals.seal(letter.id(), CLERK)).hasMessageContaining("SEAL_PORT_FAILED");
            assertThat(second.get()).isEqualTo("SEALING_UNDER_WAY");
            assertThatThrownBy(() -> seals.seal(letter.id(), CLERK)).hasMessageContaining("SEAL_PORT_FAILED");
        });
        assertThat(calls).hasValue(2);
    }

    private interface Step {
        void run() throws Exception;
    }

    private void withPort(SealPort port, Step step) throws Exception {
        beans.registerSingleton("sealPort", port);
        try {
            step.run();
        } finally {
            beans.destroySingleton("sealPort");
        }
    }

    private Letter issued() {
        Letter letter = draft();
        letters.approve(letter.id(), Role.UNIT_HEAD, "", UNIT_HEAD);
        LocalDate on = TODAY;
        return letters.issue(letter.id(), on, CLERK);
    }

    private Attachment store(String name, byte[] content) {
        return attachments.store(caseId, null, "材料", FilePart.MAIN, name, new ByteArrayInputStream(content), OFFICER);
    }
}
