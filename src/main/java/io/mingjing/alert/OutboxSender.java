package io.mingjing.alert;

import io.mingjing.alert.Postman.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is owed, after the commit that owed it, in the order in which it came to be owed. A mail is taken by one
 * conditional update and given back by another; a process that dies in between repeats that one mail, under the same
 * Message-ID. While no server answers nothing is tried and nothing counted against a mail, so that after a day without
 * server all leave, in order.
 */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 50;

    private final MailMapper mapper;
    private final Postman postman;
    private final MailSettings settings;
    private final RealTime time;
    private final BackOff backOff;

    /** How often in a row no server answered, and until when none is tried. */
    private int unreachable;

    private @Nullable Instant restUntil;

    OutboxSender(MailMapper mapper, Postman postman, MailSettings settings, RealTime time) {
        this.mapper = mapper;
        this.postman = postman;
        this.settings = settings;
        this.time = time;
        this.backOff = new BackOff(
                settings.backOff(),
                settings.maxBackOff(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    @Scheduled(fixedDelayString = "${mingjing.mail.every:3s}", initialDelayString = "${mingjing.mail.every:3s}")
    @SchedulerLock(name = "alert-mail", lockAtMostFor = "PT10M")
    public void sendOnSchedule() {
        send();
    }

    /** Sends all that may leave now and answers how many did. */
    synchronized int send() {
        int sent = 0;
        while (mayTry()) {
            List<MailRow> batch = mapper.findOwed(time.now(), BATCH);
            if (batch.isEmpty()) {
                return sent;
            }
            for (MailRow mail : batch) {
                if (!mayTry()) {
                    return sent;
                }
                sent += send(mail) ? 1 : 0;
            }
        }
        return sent;
    }

    private boolean mayTry() {
        return postman.works() && (restUntil == null || !time.now().isBefore(restUntil));
    }

    private boolean send(MailRow mail) {
        if (mapper.updateTaken(mail.id(), mail.version(), time.now().plus(settings.lease())) == 0) {
            return false;
        }
        Outcome outcome = postman.deliver(mail);
        if (outcome instanceof Outcome.Refused refused) {
            answered();
            refused(mail, refused.reason());
            return false;
        }
        if (outcome instanceof Outcome.Unreachable lost) {
            // Back to its place in the queue; only the whole outbox waits.
            record(mail, MailState.OWED, mail.attempts(), mail.nextTryAt(), lost.reason(), null);
            unreachable++;
            restUntil = time.now().plus(backOff.after(unreachable));
            if (unreachable == 1) {
                LOG.warn("No mail server answers ({}); mail is kept and tried again", lost.reason());
            }
            return false;
        }
        answered();
        record(mail, MailState.SENT, mail.attempts() + 1, mail.nextTryAt(), null, time.now());
        return true;
    }

    private void answered() {
        if (unreachable > 0) {
            LOG.info("The mail server answers again after {} tries", unreachable);
        }
        unreachable = 0;
        restUntil = null;
    }

    private void refused(MailRow mail, String reason) {
        int attempts = mail.attempts() + 1;
        boolean dead = attempts >= settings.attempts();
        record(
                mail,
                dead ? MailState.DEAD : MailState.OWED,
                attempts,
                dead ? mail.nextTryAt() : time.now().plus(backOff.after(attempts)),
                reason,
                null);
        LOG.warn("Mail {} was refused ({} of {}): {}", mail.id(), attempts, settings.attempts(), reason);
    }

    private void record(
            MailRow mail,
            MailState state,
            int attempts,
            Instant nextTryAt,
            @Nullable String error,
            @Nullable Instant sentAt) {
        if (mapper.updateOutcome(mail.id(), mail.version() + 1, state, attempts, nextTryAt, error, sentAt) == 0) {
            LOG.warn("Mail {} was withdrawn or taken by another node while it was being sent", mail.id());
        }
    }
}
