package io.mingjing.alert;

import io.mingjing.alert.Postman.Outcome;
import java.time.Clock;
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
    private final Gathering gathering;
    private final Bounces bounces;
    private final Postman postman;
    private final MailSettings settings;
    private final RealTime time;
    private final Clock clock;
    private final BackOff backOff;

    /** How often in a row no server answered, and until when none is tried. */
    private int unreachable;

    private volatile @Nullable Instant restUntil;

    OutboxSender(
            MailMapper mapper,
            Gathering gathering,
            Bounces bounces,
            Postman postman,
            MailSettings settings,
            RealTime time,
            Clock clock) {
        this.mapper = mapper;
        this.gathering = gathering;
        this.bounces = bounces;
        this.clock = clock;
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
        gathering.write(time);
        while (mayTry()) {
            List<MailRow> batch = mapper.findOwed(time.now(), clock.instant(), BATCH);
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

    /** Whether no server answers, so that none is tried for a while. */
    boolean resting() {
        Instant until = restUntil;
        return until != null && time.now().isBefore(until);
    }

    private boolean mayTry() {
        return postman.works() && !resting();
    }

    private boolean send(MailRow mail) {
        if (mapper.updateTaken(mail.id(), mail.version(), time.now().plus(settings.lease())) == 0) {
            return false;
        }
        Outcome outcome = postman.deliver(mail);
        if (outcome instanceof Outcome.Refused refused) {
            answered();
            if (refused.forGood()) {
                bounced(mail, refused.reason());
            } else {
                refused(mail, refused.reason());
            }
            return false;
        }
        if (outcome instanceof Outcome.Unreachable lost) {
            // Back to its place in the queue; only the whole outbox waits.
            record(mail, MailState.OWED, mail.attempts(), mail.nextTryAt(), lost.reason(), null, null);
            unreachable++;
            restUntil = time.now().plus(backOff.after(unreachable));
            if (unreachable == 1) {
                LOG.warn("No mail server answers ({}); mail is kept and tried again", lost.reason());
            }
            return false;
        }
        answered();
        record(mail, MailState.SENT, mail.attempts() + 1, mail.nextTryAt(), null, time.now(), null);
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
                null,
                null);
        LOG.warn("Mail {} was refused ({} of {}): {}", mail.id(), attempts, settings.attempts(), reason);
    }

    /** The server knows that this address takes no mail: trying again would be of no use. */
    private void bounced(MailRow mail, String reason) {
        record(mail, MailState.DEAD, mail.attempts() + 1, mail.nextTryAt(), reason, null, time.now());
        bounces.tellInApplication(mail);
        LOG.warn("Mail {} came back: {}", mail.id(), reason);
    }

    private void record(
            MailRow mail,
            MailState state,
            int attempts,
            Instant nextTryAt,
            @Nullable String error,
            @Nullable Instant sentAt,
            @Nullable Instant bouncedAt) {
        if (mapper.updateOutcome(mail.id(), mail.version() + 1, state, attempts, nextTryAt, error, sentAt, bouncedAt)
                == 0) {
            LOG.warn("Mail {} was withdrawn or taken by another node while it was being sent", mail.id());
        }
    }
}
