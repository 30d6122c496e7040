package io.mingjing.alert;

import io.mingjing.shared.event.NewsForApplicant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes mails in the receiver's language, as HTML and as plain text that say the same. A mail travels outside: of a case
 * it names the number and the limit, no person and no matter; the rest stands behind its link, after sign-in.
 */
@Component
class MailTexts {

    private final AlertTexts texts;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PublicAddress ours;

    MailTexts(AlertTexts texts, MessageSource messages, ITemplateEngine templates, PublicAddress ours) {
        this.texts = texts;
        this.messages = messages;
        this.templates = templates;
        this.ours = ours;
    }

    /** A line of a mail that tells of several things. */
    record Line(String number, String link, String title, String sentence) {}

    /** A figure of a mail that tells of several things. */
    record Figure(String title, int number) {}

    /** The mail of one alert. */
    Mail of(
            String name,
            String address,
            String language,
            AlertKind kind,
            String caseId,
            String caseNumber,
            List<String> args) {
        Locale locale = Locale.forLanguageTag(language);
        String title = texts.title(kind, locale);
        String sentence = texts.sentence(kind, args, locale);
        String link = publicUrl() + "/cases/" + caseId;
        Context context = new Context(locale);
        context.setVariable("title", title);
        context.setVariable("number", caseNumber);
        context.setVariable("sentence", sentence);
        context.setVariable("link", link);
        context.setVariable("red", kind.red());
        context.setVariable("home", publicUrl() + "/messages/preferences");
        return new Mail(
                address,
                name,
                text("alert.mail.subject", locale, caseNumber, title),
                text("alert.mail.text", locale, caseNumber, sentence, link),
                templates.process("alert/mail", context));
    }

    /** What an applicant is told of: by the register number alone. */
    Mail toApplicant(String address, NewsForApplicant.News news, String registerNo, Locale locale) {
        String key = "alert.applicant." + news;
        String title = text(key + ".title", locale);
        String sentence = text(key, locale, registerNo);
        String link = publicUrl() + "/portal/track";
        Context context = new Context(locale);
        context.setVariable("product", text("alert.applicant.product", locale));
        context.setVariable("title", title);
        context.setVariable("number", registerNo);
        context.setVariable("sentence", sentence);
        context.setVariable("link", link);
        return new Mail(
                address,
                "",
                text("alert.applicant.subject", locale, registerNo, title),
                text("alert.applicant.text", locale, sentence, link),
                templates.process("alert/mail-applicant", context));
    }

    /** The mail that gathers many alerts: how many of each kind, the first of them one by one, and where the rest is. */
    Mail gathered(
            String name,
            String address,
            String language,
            List<AlertMapper.Counted> counts,
            List<AlertMapper.Item> first) {
        Locale locale = Locale.forLanguageTag(language);
        int all = counts.stream().mapToInt(AlertMapper.Counted::number).sum();
        List<Figure> figures = counts.stream()
                .sorted((a, b) -> b.kind().compareTo(a.kind()))
                .map(count -> new Figure(texts.title(count.kind(), locale), count.number()))
                .toList();
        List<Line> lines = first.stream()
                .map(item -> new Line(
                        item.number(),
                        publicUrl() + "/cases/" + item.caseId(),
                        texts.title(item.kind(), locale),
                        texts.sentence(item.kind(), Messages.args(item.args()), locale)))
                .toList();
        String link = publicUrl() + "/messages";
        Context context = new Context(locale);
        context.setVariable("all", all);
        context.setVariable("figures", figures);
        context.setVariable("lines", lines);
        context.setVariable("more", all - lines.size());
        context.setVariable("link", link);
        context.setVariable("home", publicUrl() + "/messages/preferences");
        StringBuilder plain = new StringBuilder(text("alert.mail.gathered.intro", locale, all)).append("\n\n");
        figures.forEach(figure ->
                plain.append(figure.title()).append(" ").append(figure.number()).append('\n'));
        plain.append('\n');
        lines.forEach(line ->
                plain.append(line.number()).append(' ').append(line.sentence()).append('\n'));
        if (all > lines.size()) {
            plain.append(text("alert.mail.gathered.more", locale, all - lines.size()))
                    .append('\n');
        }
        plain.append('\n')
                .append(text("alert.mail.gathered.open", locale))
                .append("\n")
                .append(link);
        plain.append("\n\n").append(text("alert.mail.foot", locale));
        return new Mail(
                address,
                name,
                text("alert.mail.gathered.subject", locale, all),
                plain.toString(),
                templates.process("alert/mail-gathered", context));
    }

    /** A mail that goes round: the template has the words. */
    Mail round(
            String name,
            String address,
            Locale locale,
            String template,
            String subject,
            String plain,
            Context context) {
        context.setVariable("home", publicUrl() + "/messages/preferences");
        context.setVariable("base", publicUrl());
        return new Mail(address, name, subject, plain, templates.process(template, context));
    }

    String publicUrl() {
        return ours.url();
    }

    String text(String code, Locale locale, Object... args) {
        return messages.getMessage(code, args, locale);
    }
}
