package io.mingjing.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param from address of the sender; its domain also ends the Message-IDs
 * @param fromName name beside it
 * @param attempts refusals of one mail before it is a dead letter
 * @param backOff wait after the first failure; doubles with each further one
 * @param maxBackOff longest wait
 * @param lease how long a mail belongs to whoever tries to send it
 * @param singleADay how many alerts of a day a person gets in mails of their own; what comes beyond is gathered
 * @param gather how long a mail that gathers waits for more
 */
@ConfigurationProperties("mingjing.mail")
record MailSettings(
        @DefaultValue("mingjing@localhost") String from,
        @DefaultValue("明镜") String fromName,
        @DefaultValue("8") int attempts,
        @DefaultValue("30s") Duration backOff,
        @DefaultValue("30m") Duration maxBackOff,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5") int singleADay,
        @DefaultValue("1m") Duration gather) {

    MailSettings {
        if (from.indexOf('@') < 1 || from.endsWith("@")) {
            throw new IllegalArgumentException("mingjing.mail.from is no address: " + from);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("mingjing.mail.attempts must be at least 1");
        }
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
