package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.review.FileAccess.State;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Access of the parties to the file: granted but for the lawful exceptions, main part only, on record (行政复议法 art. 47). */
@IntegrationTest
class FileAccessIT {

    private static final String CLERK = "intake-clerk";
    private static final String OFFICER = "review-officer";

    private final FileAccesses accesses;
    private final Procedures procedures;
    private final Parties parties;
    private final Attachments attachments;
    private final WebApplicationContext context;
    private final MockMvc web;

    @Autowired
    FileAccessIT(
            FileAccesses accesses,
            Procedures procedures,
            Parties parties,
            Attachments attachments,
            WebApplicationContext context) {
        this.accesses = accesses;
        this.procedures = procedures;
        this.parties = parties;
        this.attachments = attachments;
        this.context = context;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void firstMorning() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void whoIsNamedByTheLawReadsTheMainPartAndItIsOnRecord() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        String secondary = attachments
                .store(
                        review.id(),
                        null,
                        "案件审理报告",
                        FilePart.SECONDARY,
                        "报告.pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        review.actor(OFFICER))
                .id();
        String respondent = parties.of(review.id(), PartyRole.RESPONDENT).get(0).name();
        refused("ACCESS_RESPONDENT", () -> ask(review, respondent, respondent, "SELF"));
        refusedField("NOT_A_PARTY", () -> ask(review, "路人", "路人", "SELF"));
        refusedField("NOT_AN_AGENT", () -> ask(review, "吴𠮷祥", "王律师", "AGENT"));
        refusedField("NOT_THE_PARTY", () -> ask(review, "吴𠮷祥", "王律师", "SELF"));
        ask(review, "吴𠮷祥", "吴𠮷祥", "SELF");
        String access = accesses.asked(review.id()).orElseThrow().id();
        List<CatalogueEntry> papers = accesses.papers(review.id(), review.actor(CLERK));
        String paper = papers.get(0).sourceId();
        refused(
                "ACCESS_NOT_GRANTED",
                () -> accesses.view(review.id(), access, null, List.of(paper), 0, review.actor(CLERK)));
        refused(
                "ACCESS_GROUND",
                () -> accesses.decide(
                        review.id(), State.REFUSED, List.of("BUSY"), null, "没有时间。", review.actor(OFFICER)));
        review.complete(OFFICER, "userTask_decideFileAccess", Map.of("accessAnswer", "GRANT"));

        refused(
                "ACCESS_SECONDARY",
                () -> accesses.view(review.id(), access, null, List.of(secondary), 0, review.actor(CLERK)));
        String page = "/cases/" + review.id() + "/trial";
        web.perform(get(page).with(user(CLERK)))
                .andExpect(content().string(containsString(paper)))
                .andExpect(content().string(not(containsString(secondary))));
        web.perform(post(page + "/file-accesses/" + access + "/viewings")
                        .param("viewedOn", "2026-03-02")
                        .param("papers", paper)
                        .param("copiedPages", "3")
                        .with(user(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        web.perform(get(page).with(user(CLERK)))
                .andExpect(content().string(containsString(papers.get(0).title())))
                .andExpect(content().string(containsString("复制 3 页")));
        web.perform(get(page + "/file-accesses/" + access + "/record").with(user(CLERK)))
                .andExpect(status().isOk());
        String api = "/api/v1/cases/" + review.id() + "/file-accesses";
        web.perform(post(api + "/" + access + "/viewings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"papers\":[\"" + paper + "\"],\"copiedPages\":0}")
                        .with(user(CLERK))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        web.perform(get(api).with(user(OFFICER)))
                .andExpect(jsonPath("$.accesses[0].state").value("GRANTED"))
                .andExpect(jsonPath("$.viewings[1].attendedBy")
                        .value(review.actor(CLERK).userId()));
    }

    @Test
    void exceptionsAreNamedAndAPartIsGranted() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        ask(review, "吴𠮷祥", "吴𠮷祥", "SELF");
        review.complete(
                OFFICER,
                "userTask_decideFileAccess",
                Map.of(
                        "accessAnswer", "PARTLY",
                        "accessGrounds", List.of("TRADE_SECRET", "PRIVACY"),
                        "withheldPapers", "第三方报价单",
                        "accessReason", "载有商业秘密。"));
        String quoted = attachments
                .store(
                        review.id(),
                        null,
                        "第三方报价单",
                        FilePart.MAIN,
                        "报价单.pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        review.actor(OFFICER))
                .id();
        String partly = accesses.of(review.id(), review.actor(OFFICER)).get(0).id();
        refused(
                "ACCESS_WITHHELD",
                () -> accesses.view(review.id(), partly, null, List.of(quoted), 0, review.actor(CLERK)));
        ask(review, "吴𠮷祥", "吴𠮷祥", "SELF");
        review.complete(
                OFFICER,
                "userTask_decideFileAccess",
                Map.of(
                        "accessAnswer", "REFUSE",
                        "accessGrounds", List.of("STATE_SECRET"),
                        "accessReason", "定为秘密级。"));
        assertThat(accesses.of(review.id(), review.actor(OFFICER)))
                .extracting(FileAccess::state)
                .containsExactly(State.PARTLY, State.REFUSED);
        assertThat(accesses.of(review.id(), review.actor(OFFICER)).get(0).groundCodes())
                .containsExactly("TRADE_SECRET", "PRIVACY");
    }

    @Test
    void nothingIsShownBeforeAcceptanceOrAfterTheEndAndARequestEndsWithTheCase() {
        ReviewCase review = ReviewCase.registered(context);
        refused("PROCEDURE_NOT_OFFERED", () -> ask(review, "吴𠮷祥", "吴𠮷祥", "SELF"));
        review.to(Step.DRAFTED);
        ask(review, "吴𠮷祥", "吴𠮷祥", "SELF");
        review.complete(OFFICER, "userTask_decideFileAccess", Map.of("accessAnswer", "GRANT"));
        ask(review, "吴𠮷祥", "吴𠮷祥", "SELF");
        review.to(Step.DECIDED);
        assertThat(accesses.of(review.id(), review.actor(OFFICER)))
                .extracting(FileAccess::state)
                .containsExactly(State.GRANTED, State.STOPPED);
        assertThat(procedures.running(review.id(), "fileAccess")).isFalse();
        review.to(Step.SERVED);
        refused("PROCEDURE_NOT_OFFERED", () -> ask(review, "吴𠮷祥", "吴𠮷祥", "SELF"));
        String granted = accesses.of(review.id(), review.actor(OFFICER)).get(0).id();
        String paper = accesses.papers(review.id(), review.actor(CLERK)).get(0).sourceId();
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(30)));
        refused(
                "ACCESS_NOT_PENDING",
                () -> accesses.view(review.id(), granted, null, List.of(paper), 0, review.actor(CLERK)));
    }

    private void ask(ReviewCase review, String party, String reader, String capacity) {
        procedures.start(
                review.id(),
                "fileAccess",
                new HashMap<>(Map.of(
                        "accessParty", party,
                        "accessReader", reader,
                        "readerCapacity", capacity,
                        "readerProof", "居民身份证",
                        "wantedPapers", "答复书和全部证据",
                        "wantsCopies", "true",
                        "askedOn", "2026-03-02")),
                null,
                review.actor(CLERK));
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(
                                        error -> Objects.requireNonNull(error).code())
                                .containsExactly(code));
    }
}
