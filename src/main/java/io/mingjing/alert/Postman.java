package io.mingjing.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands a mail to the mail server, under the Message-ID it was born with. Without a server, the demonstration delivers
 * into its own mailbox; elsewhere mail stays owed.
 */
@Component
class Postman {

    /** What came of handing over. */
    sealed interface Outcome {
        /** The server took it. */
        record Delivered() implements Outcome {}

        /**
         * The server refused this mail; others may pass.
         *
         * @param forGood whether it says that the address never takes mail (a reply of 5yz to the recipient)
         */
        record Refused(String reason, boolean forGood) implements Outcome {}

        /** No server answers: no use in trying the next. */
        record Unreachable(String reason) implements Outcome {}
    }

    private final ObjectProvider<JavaMailSender> servers;
    private final MailSettings settings;
    private final boolean demo;

    Postman(
            ObjectProvider<JavaMailSender> servers,
            MailSettings settings,
            @Value("${mingjing.demo:false}") boolean demo) {
        this.servers = servers;
        this.settings = settings;
        this.demo = demo;
    }

    boolean hasServer() {
        return servers.getIfAvailable() != null;
    }

    /** Whether mail can leave at all. */
    boolean works() {
        return demo || hasServer();
    }

    Outcome deliver(MailRow mail) {
        JavaMailSender server = servers.getIfAvailable();
        if (server == null) {
            return demo ? new Outcome.Delivered() : new Outcome.Unreachable("no mail server is configured");
        }
        try {
            server.send(message(patient(server), mail));
            return new Outcome.Delivered();
        } catch (MailSendException e) {
            return refusesThisMail(e)
                    ? new Outcome.Refused(reason(e), refusedForGood(e))
                    : new Outcome.Unreachable(reason(e));
        } catch (MailException e) {
            return new Outcome.Unreachable(reason(e));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Outcome.Refused(reason(e), false);
        }
    }

    /** A server that accepts the connection and then says nothing must not hold us for ever, which is mail's default. */
    private static JavaMailSender patient(JavaMailSender server) {
        if (server instanceof JavaMailSenderImpl plain) {
            Properties properties = plain.getJavaMailProperties();
            properties.putIfAbsent("mail.smtp.connectiontimeout", "10000");
            properties.putIfAbsent("mail.smtp.timeout", "20000");
            properties.putIfAbsent("mail.smtp.writetimeout", "20000");
        }
        return server;
    }

    private MimeMessage message(JavaMailSender server, MailRow mail)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), settings.fromName());
        helper.setTo(mail.toAddress());
        helper.setSubject(mail.subject());
        helper.setText(mail.bodyText(), mail.bodyHtml());
        message.setHeader("Message-ID", mail.messageId()); // Spring keeps one that is set
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The library tells a refused mail from a lost connection only by what it wraps. */
    private static boolean refusesThisMail(MailSendException e) {
        return !e.getFailedMessages().isEmpty()
                && e.getFailedMessages().values().stream().allMatch(SendFailedException.class::isInstance);
    }

    /** Whether the refusal of the recipient is permanent: RFC 5321 section 4.2.1. */
    private static boolean refusedForGood(MailSendException e) {
        for (Exception failed : e.getFailedMessages().values()) {
            for (@Nullable Exception next = failed; next != null; ) {
                if (next instanceof SMTPAddressFailedException address && address.getReturnCode() / 100 == 5) {
                    return true;
                }
                next = next instanceof MessagingException chained ? chained.getNextException() : null;
            }
        }
        return false;
    }

    private static String reason(Exception e) {
        Throwable root = e;
        if (e instanceof MailSendException many && !many.getFailedMessages().isEmpty()) {
            root = many.getFailedMessages().values().iterator().next();
        }
        while (root instanceof MessagingException chained && chained.getNextException() != null) {
            root = chained.getNextException();
        }
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
