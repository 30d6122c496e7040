package io.mingjing.alert;

import io.mingjing.identity.Person;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes the mail of an alert in the receiver's language. A mail travels outside: of the case it names the number and the
 * limit, no person and no matter; the rest stands behind its link, after sign-in.
 */
@Component
class MailTexts {

    private final AlertTexts texts;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final String publicUrl;

    MailTexts(
            AlertTexts texts,
            MessageSource messages,
            ITemplateEngine templates,
            @Value("${mingjing.public-url:http://localhost:8080}") String publicUrl) {
        this.texts = texts;
        this.messages = messages;
        this.templates = templates;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    Mail of(Person to, String address, AlertKind kind, String caseId, String caseNumber, List<String> args) {
        Locale locale = Locale.forLanguageTag(to.locale());
        String title = texts.title(kind, locale);
        String sentence = texts.sentence(kind, args, locale);
        String link = publicUrl + "/cases/" + caseId;
        Context context = new Context(locale);
        context.setVariable("title", title);
        context.setVariable("number", caseNumber);
        context.setVariable("sentence", sentence);
        context.setVariable("link", link);
        return new Mail(
                address,
                to.name(),
                messages.getMessage("alert.mail.subject", new Object[] {caseNumber, title}, locale),
                messages.getMessage("alert.mail.text", new Object[] {caseNumber, sentence, link}, locale),
                templates.process("alert/mail", context));
    }
}
