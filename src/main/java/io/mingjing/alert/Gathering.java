package io.mingjing.alert;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes mails into which nothing more is gathered, and writes them: from then on their words stay the same. */
@Component
class Gathering {

    /** How many alerts are named one by one. */
    static final int NAMED = 20;

    private static final int BATCH = 100;

    private final MailMapper mapper;
    private final AlertMapper alerts;
    private final Receivers receivers;
    private final MailTexts texts;
    private final RealTime time;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Gathering(
            MailMapper mapper,
            AlertMapper alerts,
            Receivers receivers,
            MailTexts texts,
            RealTime time,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.alerts = alerts;
        this.receivers = receivers;
        this.texts = texts;
        this.time = time;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Writes all that are ripe. */
    int write() {
        return write(time);
    }

    int write(RealTime real) {
        int written = 0;
        for (List<String> ids = mapper.findGathered(real.now(), clock.instant(), BATCH);
                !ids.isEmpty();
                ids = mapper.findGathered(real.now(), clock.instant(), BATCH)) {
            for (String id : ids) {
                transaction.executeWithoutResult(status -> write(id, real));
                written++;
            }
        }
        return written;
    }

    private void write(String id, RealTime real) {
        mapper.lockGathered(id).ifPresent(mail -> {
            List<AlertMapper.Counted> counts = alerts.countOfMail(id);
            if (counts.isEmpty()) {
                mapper.updateEmpty(id); // all of it has been withdrawn
                return;
            }
            String language = mail.receiver() == null
                    ? "zh-CN"
                    : receivers.person(mail.receiver()).stream()
                            .findFirst()
                            .map(AlertMapper.PersonRow::locale)
                            .orElse("zh-CN");
            mapper.updateWritten(id, words(mail, language, counts), real.now());
        });
    }

    /** A mail that waited for more and got none reads like any other. */
    private Mail words(MailRow mail, String language, List<AlertMapper.Counted> counts) {
        List<AlertMapper.Item> first = alerts.findOfMail(mail.id(), NAMED);
        if (first.size() == 1) {
            AlertMapper.Item only = first.get(0);
            return texts.of(
                    mail.toName(),
                    mail.toAddress(),
                    language,
                    only.kind(),
                    only.caseId(),
                    only.number(),
                    Messages.args(only.args()));
        }
        return texts.gathered(mail.toName(), mail.toAddress(), language, counts, first);
    }
}
