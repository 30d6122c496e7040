package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail against a real SMTP server. */
@IntegrationTest
class OutboxIT {

    private static final Actor ADMIN = new Actor("admin", "管理员", null, null, Set.of(Role.ADMIN));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Outbox outbox;

    @Autowired
    MailMapper mapper;

    @Autowired
    MailSettings settings;

    @Autowired
    Gathering gathering;

    @Autowired
    Bounces bounces;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    private final GreenMail smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final MovableTime time = new MovableTime();
    private JavaMailSenderImpl server;
    private OutboxSender sender;

    /** Real time, as far as the sender can tell. */
    private static final class MovableTime extends RealTime {

        private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);

        @Override
        Instant now() {
            return now;
        }

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }
    }

    @BeforeEach
    void aMailServer() {
        jdbc.update("delete from alert_mail");
        smtp.start();
        server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp.getSmtp().getPort());
        sender = sender(server, false);
    }

    @AfterEach
    void noMailServer() {
        smtp.stop();
    }

    private OutboxSender sender(@Nullable JavaMailSenderImpl server, boolean demo) {
        return new OutboxSender(mapper, gathering, bounces, postman(server, demo), settings, time, clock);
    }

    private Postman postman(@Nullable JavaMailSenderImpl server, boolean demo) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (server != null) {
            beans.addBean("mail", server);
        }
        return new Postman(beans.getBeanProvider(JavaMailSender.class), settings, demo);
    }

    @Test
    void aMailArrivesAsChineseTextAndHtmlUnderItsOwnId() throws Exception {
        String id = owe("期限届满", "请立即处理。");

        assertThat(sender.send()).isEqualTo(1);

        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("期限届满");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@localhost>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString()).isEqualTo("wangfang@example.cn");
        assertThat(parts(mail)).contains("请立即处理。", "<p>请立即处理。</p>");
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(sender.send()).isZero();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aDayWithoutServerLosesNothingAndAllLeaveInOrder() throws Exception {
        smtp.stop();
        List<String> owed = List.of(owe("一", "1"), owe("二", "2"), owe("三", "3"));
        int tries = 0;
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            assertThat(sender.send()).isZero();
            time.pass(600);
            tries++;
        }
        assertThat(tries).isEqualTo(144);
        assertThat(owed).allSatisfy(id -> {
            assertThat(state(id)).isEqualTo("OWED");
            assertThat(attempts(id)).isZero();
        });
        assertThat(jdbc.queryForObject("select last_error from alert_mail where id = ?", String.class, owed.get(0)))
                .contains("Connect");

        smtp.start();
        server.setPort(smtp.getSmtp().getPort());
        time.pass(3600);
        assertThat(sender.send()).isEqualTo(3);

        assertThat(Arrays.stream(smtp.getReceivedMessages()).map(OutboxIT::subject))
                .containsExactly("一", "二", "三");
    }

    @Test
    void whoDiesBetweenSendingAndWritingItDownRepeatsThatMailUnderTheSameId() throws Exception {
        String id = owe("期限届满", "请立即处理。");
        sender.send();
        // The process died: the server has the mail, the row only knows that it was taken.
        jdbc.update(
                "update alert_mail set state = 'OWED', sent_at = null, next_try_at = ? where id = ?",
                java.sql.Timestamp.from(time.now().plus(settings.lease())),
                id);

        assertThat(sender.send()).isZero(); // not before the lease is over
        time.pass(settings.lease().toSeconds() + 1);
        assertThat(sender.send()).isEqualTo(1);
        time.pass(3600);
        assertThat(sender.send()).isZero();

        MimeMessage[] mails = smtp.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void aRefusedMailHoldsUpNoOtherAndEndsAsDeadLetterThatAnAdministratorRetries() {
        String bad = oweTo("wang fang@@example.cn", "期限届满", "1");
        String good = owe("期限届满", "2");

        assertThat(sender.send()).isEqualTo(1);
        assertThat(state(good)).isEqualTo("SENT");
        for (int i = 1; i < settings.attempts(); i++) {
            assertThat(state(bad)).isEqualTo("OWED");
            time.pass(settings.maxBackOff().toSeconds() + 1);
            sender.send();
        }

        assertThat(state(bad)).isEqualTo("DEAD");
        assertThat(attempts(bad)).isEqualTo(settings.attempts());
        assertThat(outbox.deadLetters(null, 10, ADMIN)).extracting("id").containsExactly(bad);
        jdbc.update("update alert_mail set to_address = 'wangfang@example.cn' where id = ?", bad);
        outbox.retry(bad, ADMIN);
        time.pass(3600);
        assertThat(sender.send()).isEqualTo(1);
        assertThat(state(bad)).isEqualTo("SENT");
        assertRefused("MAIL_NOT_DEAD", () -> outbox.retry(bad, ADMIN));
    }

    @Test
    void anAddressThatDoesNotExistBouncesAtOnceAndHoldsUpNoOther() throws Exception {
        String bad = oweTo("nobody@example.cn", "期限届满", "1");
        String good = owe("期限届满", "2");
        try (PickyServer picky = new PickyServer("nobody@")) {
            server.setPort(picky.port());

            assertThat(sender.send()).isEqualTo(1);

            assertThat(picky.accepted).hasSize(1);
        }
        assertThat(state(bad)).isEqualTo("DEAD");
        assertThat(attempts(bad)).isEqualTo(1);
        assertThat(state(good)).isEqualTo("SENT");
        assertThat(outbox.deadLetters(null, 10, ADMIN)).singleElement().satisfies(letter -> {
            assertThat(letter.bouncedAt()).isNotNull();
            assertThat(letter.lastError()).contains("550");
        });
    }

    @Test
    void aReportOfNonDeliveryTurnsASentMailIntoADeadLetter() {
        String id = owe("期限届满", "1");
        sender.send();

        bounces.report(id + "@localhost", "550 no such user", ADMIN);
        bounces.report("<" + id + "@localhost>", "again", ADMIN);

        assertThat(state(id)).isEqualTo("DEAD");
        assertThat(outbox.deadLetters(null, 10, ADMIN)).extracting("lastError").containsExactly("550 no such user");
        Actor officer = new Actor("u", "王芳", null, null, Set.of(Role.REVIEW_OFFICER));
        assertRefused("ADMIN_ONLY", () -> bounces.report("x", "y", officer));
        assertRefused("MAIL_NOT_KNOWN", () -> bounces.report("<nobody@localhost>", "y", ADMIN));
        outbox.retry(id, ADMIN);
        assertRefused("MAIL_NOT_SENT", () -> bounces.report("<" + id + "@localhost>", "y", ADMIN));
        assertThat(sender.send()).isEqualTo(1);
    }

    @Test
    void whoDiesAtTheWorstInstructionRepeatsOneMailOnceUnderItsId() throws Exception {
        for (int i = 0; i < 3; i++) {
            owe("期限届满" + i, "1");
        }
        MailMapper dying = dyingAfterHandingOver(2);
        OutboxSender victim =
                new OutboxSender(dying, gathering, bounces, postman(server, false), settings, time, clock);

        assertThatThrownBy(victim::send).isInstanceOf(Killed.class);
        assertThat(sender.send()).isEqualTo(1); // the third; the second belongs to the dead for a while
        time.pass(settings.lease().toSeconds() + 1);
        assertThat(sender.send()).isEqualTo(1);
        time.pass(3600);
        assertThat(sender.send()).isZero();

        Map<String, Integer> times = new TreeMap<>();
        for (MimeMessage mail : smtp.getReceivedMessages()) {
            times.merge(mail.getMessageID(), 1, Integer::sum);
        }
        assertThat(times.values()).containsExactlyInAnyOrder(1, 2, 1);
    }

    /** Somebody pulled the plug. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The rows as they are, until the n-th mail has been handed over: its outcome is never written. */
    private MailMapper dyingAfterHandingOver(int nth) {
        AtomicInteger outcomes = new AtomicInteger();
        return (MailMapper) Proxy.newProxyInstance(
                MailMapper.class.getClassLoader(), new Class<?>[] {MailMapper.class}, (proxy, method, args) -> {
                    if (method.getName().equals("updateOutcome") && outcomes.incrementAndGet() == nth) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(mapper, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void onlyAdministratorsSeeDeadLetters() {
        Actor officer = new Actor("u", "王芳", null, null, Set.of(Role.REVIEW_OFFICER));

        assertRefused("ADMIN_ONLY", () -> outbox.deadLetters(null, 10, officer));
        assertRefused("ADMIN_ONLY", () -> outbox.retry("x", officer));
    }

    @Test
    void withoutAServerMailStaysOwedAndTheDemonstrationDeliversIntoItsOwnMailbox() {
        String id = owe("期限届满", "请立即处理。");

        assertThat(sender(null, false).send()).isZero();
        assertThat(state(id)).isEqualTo("OWED");
        assertThat(sender(null, true).send()).isEqualTo(1);

        assertThat(outbox.deliveredMail(id).text()).isEqualTo("请立即处理。");
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    private String owe(String subject, String text) {
        return oweTo("wangfang@example.cn", subject, text);
    }

    private String oweTo(String address, String subject, String text) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        outbox.owe(new Mail(address, "王芳", subject, text, "<p>" + text + "</p>"), null, null, DAY));
        return String.valueOf(jdbc.queryForObject("select max(id) from alert_mail", String.class));
    }

    private String state(String id) {
        return String.valueOf(jdbc.queryForObject("select state from alert_mail where id = ?", String.class, id));
    }

    private int attempts(String id) {
        Integer attempts = jdbc.queryForObject("select attempts from alert_mail where id = ?", Integer.class, id);
        return attempts == null ? -1 : attempts;
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String parts(Object content) throws Exception {
        if (content instanceof jakarta.mail.Part part) {
            return parts(part.getContent());
        }
        if (content instanceof MimeMultipart many) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < many.getCount(); i++) {
                all.append(parts(many.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return String.valueOf(content);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
