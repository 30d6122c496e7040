package io.mingjing.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertRef;
import io.mingjing.alert.Alerts;
import io.mingjing.alert.Messages;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class MessagePagesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    WebApplicationContext context;

    @Autowired
    Alerts alerts;

    @Autowired
    Messages messages;

    @Autowired
    People people;

    @Autowired
    PlatformTransactionManager transactions;

    MockMvc web;
    Office office;
    Actor head;
    String file;

    @BeforeEach
    void anOfficeOfItsOwn() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        office = Office.in(context);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        file = office.caseOf(Area.REVIEW, office.district);
    }

    @Test
    void theBellCountsAndTheMessageCentreTellsAndReadingSilencesIt() throws Exception {
        overdue();

        web.perform(get("/messages/bell").with(as(head)))
                .andExpect(content().string(containsString(">1<")))
                .andExpect(content().string(not(containsString("<html"))));
        web.perform(get("/messages").with(as(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("未读 1 条")))
                .andExpect(content().string(containsString("期限已于 2026-03-01 届满")));
        String id = messages.list(null, null, 1, head).messages().get(0).id();
        web.perform(post("/messages/{id}/read", id)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(head)))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Trigger", "bell"))
                .andExpect(content().string(containsString("全部已读")));
        assertThat(messages.unread(head)).isZero();
    }

    @Test
    void openingAMessageReadsItAndGoesToItsCase() throws Exception {
        overdue();
        String id = messages.list(null, null, 1, head).messages().get(0).id();

        web.perform(post("/messages/{id}/open", id)
                        .param("case", file)
                        .with(csrf())
                        .with(as(head)))
                .andExpect(redirectedUrl("/cases/" + file));

        assertThat(messages.unread(head)).isZero();
    }

    @Test
    void anotherPersonsMessageIsNotFound() throws Exception {
        overdue();
        String id = messages.list(null, null, 1, head).messages().get(0).id();
        Actor other = office.person("冯远", office.districtBureau, Role.REVIEW_OFFICER);

        web.perform(post("/messages/{id}/read", id).with(csrf()).with(as(other)))
                .andExpect(status().isNotFound());
        assertThat(messages.unread(head)).isEqualTo(1);
    }

    @Test
    void theOutboxIsForAdministratorsAndTheDemoMailboxIsNowhereElse() throws Exception {
        Actor admin = office.person("管理员", office.districtBureau, Role.ADMIN);

        web.perform(get("/admin/outbox").with(as(admin))).andExpect(status().isOk());
        web.perform(get("/admin/outbox").with(as(head))).andExpect(status().isForbidden());
        web.perform(get("/demo/mailbox").with(as(head))).andExpect(status().isNotFound());
    }

    private void overdue() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> alerts.raise(
                        AlertKind.LIMIT_OVERDUE,
                        file,
                        new AlertRef(Ids.next(), 1),
                        "AR-INTAKE",
                        TODAY.minusDays(1),
                        TODAY));
    }

    private RequestPostProcessor as(Actor person) {
        return user(people.get(person.userId()).login());
    }
}
