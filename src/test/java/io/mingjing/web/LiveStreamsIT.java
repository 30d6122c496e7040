package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.Statements;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import io.mingjing.worklist.Tasks;
import io.mingjing.worklist.Worklist;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of a page: what is said, to whom, and what it costs. The node's own clock stands still; the test looks. */
@IntegrationTest
@Import(Statements.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveStreamsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    LiveStreams streams;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    Office office;
    Tasks tasks;
    Actor filer;
    Actor colleague;
    Actor stranger;

    @BeforeEach
    void theTestLooksItself() {
        streams.stop();
        office = Office.in(context);
        tasks = new Tasks(office, context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        colleague = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        stranger = office.person("周杰", office.cityBureau, Role.FILING_OFFICER);
    }

    @AfterEach
    void theNodeLooksAgain() {
        streams.stop();
        streams.start();
    }

    @Test
    void anActIsToldToThePagesThatItConcernsAndToNoOther() {
        Page own = page(filer, LiveStream.Shows.OWN);
        Page unit = page(colleague, LiveStream.Shows.UNIT);
        Page elsewhere = page(stranger, LiveStream.Shows.UNIT);
        Page form = page(filer, LiveStream.Shows.NOTHING);
        String task = tasks.filing(TODAY);
        streams.look();
        List.of(own, unit, elsewhere, form).forEach(page -> page.heard.clear());

        worklist.claim(task, colleague);
        streams.look();

        assertThat(own.heard).containsExactly("lists");
        assertThat(unit.heard).containsExactly("lists");
        assertThat(elsewhere.heard).isEmpty();
        assertThat(form.heard).isEmpty();
        streams.look();
        assertThat(own.heard).containsExactly("lists");
    }

    @Test
    void aMessageRingsTheBellOfItsReceiverAlone() {
        String task = tasks.filing(TODAY);
        Page receiver = page(filer, LiveStream.Shows.NOTHING);
        Page other = page(colleague, LiveStream.Shows.NOTHING);
        streams.look();
        receiver.heard.clear();
        other.heard.clear();
        String file = jdbc.queryForObject("select case_id from worklist_task where id = ?", String.class, task);
        String alert = Ids.next();
        jdbc.update(
                "insert into alert_alert (id, case_id, ref_id, ref_version, kind, receiver, relation, way, level,"
                        + " statutory, raised_on, raised_at) values (?, ?, ?, 1, 'LIMIT_RED', ?, 'HANDLER', 'APP', 'NOTICE',"
                        + " false, ?, ?)",
                alert,
                file,
                alert,
                filer.userId(),
                Date.valueOf(TODAY),
                Timestamp.from(StoryDay.MORNING));
        jdbc.update(
                "insert into alert_message (id, alert_id, receiver, case_id, case_number, code, args, level, created_at,"
                        + " state) values (?, ?, ?, ?, '1', 'LIMIT_RED', '[]', 'NOTICE', ?, 'UNREAD')",
                Ids.next(),
                alert,
                filer.userId(),
                file,
                Timestamp.from(StoryDay.MORNING));

        worklist.claim(task, colleague);
        streams.look();

        assertThat(receiver.heard).containsExactly("bell");
        assertThat(other.heard).isEmpty();
    }

    @Test
    void twoHundredWaitingPagesCostOneStatementALook() throws Exception {
        for (int i = 0; i < 200; i++) {
            page(filer, LiveStream.Shows.UNIT);
        }
        streams.look();

        List<String> statements = Statements.of(() -> streams.look());

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0)).contains("audit_v_head");
    }

    @Test
    void withoutAnOpenPageNothingIsAsked() throws Exception {
        assertThat(Statements.of(() -> streams.look())).isEmpty();
    }

    @Test
    void aPageThatIsGoneIsForgottenAndTheOthersAreToldAllTheSame() {
        List<Page> gone = List.of(page(filer, LiveStream.Shows.OWN), page(filer, LiveStream.Shows.OWN));
        Page there = page(colleague, LiveStream.Shows.OWN);
        streams.look();
        gone.forEach(page -> page.broken = true);
        String task = tasks.filing(TODAY);
        worklist.claim(task, colleague);
        streams.look();

        assertThat(there.heard).containsExactly("lists");
        assertThat(streams.size()).isOne();
    }

    @Test
    void aStreamPassesProxiesAndEndsWhenRightsChange() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(office.account(filer), Office.PASSWORD);
        HttpResponse<InputStream> answer = visitor.open("/live?shows=own");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-transform");
            assertThat(lines.readLine()).isEqualTo("event:open");

            people.setRoles(filer.userId(), Set.of(Role.INTAKE_CLERK), Actor.SYSTEM);

            List<String> rest = lines.lines().filter(line -> !line.isBlank()).toList(); // it ends
            assertThat(rest).containsExactly("data:");
        }
        assertThat(streams.size()).isZero();
        assertThat(visitor.get("/live").statusCode()).isEqualTo(401);
    }

    @Test
    void whatAPageAsksByItselfDoesNotKeepTheSessionAlive() throws Exception {
        Visitor visitor = new Visitor(port);
        String login = office.account(filer);
        visitor.signIn(login, Office.PASSWORD);
        jdbc.update(
                "update web_session set last_access_time = ?, expiry_time = ? where principal_name = ?",
                System.currentTimeMillis() - 3_600_000L,
                System.currentTimeMillis() + 3_600_000L,
                login);
        long before = lastAccess(login);

        visitor.send(visitor.request("/worklist")
                .header("HX-Request", "true")
                .header("X-Mingjing-Quiet", "1")
                .GET());
        HttpResponse<InputStream> stream = visitor.open("/live?shows=own");
        stream.body().close();
        assertThat(lastAccess(login)).isEqualTo(before);
        visitor.get("/worklist");

        assertThat(lastAccess(login)).isGreaterThan(before);
    }

    private long lastAccess(String login) {
        Long at = jdbc.queryForObject(
                "select max(last_access_time) from web_session where principal_name = ?", Long.class, login);
        return at == null ? 0 : at;
    }

    private Page page(Actor actor, LiveStream.Shows shows) {
        Page page = new Page();
        Sight sight = people.sight(actor);
        streams.open(new LiveStream(page, actor.userId(), sight, Set.of(actor.userId()), shows));
        page.heard.clear();
        return page;
    }

    /** A page without a browser: remembers the names it was told. */
    private static final class Page extends SseEmitter {

        final List<String> heard = new ArrayList<>();
        boolean broken;

        @Override
        public void send(SseEventBuilder builder) throws java.io.IOException {
            if (broken) {
                throw new java.io.IOException("gone");
            }
            StringBuilder text = new StringBuilder();
            builder.build().forEach(part -> text.append(part.getData()));
            text.toString()
                    .lines()
                    .filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring("event:".length()))
                    .forEach(heard::add);
        }

        /** What the server answers when the connection is no more. */
        @Override
        public void complete() {
            if (broken) {
                throw new IllegalStateException("AsyncContext not yet initialized");
            }
            super.complete();
        }

        @Override
        public void send(Object object, MediaType type) {
            throw new UnsupportedOperationException();
        }
    }
}
