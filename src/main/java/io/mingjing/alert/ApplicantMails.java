package io.mingjing.alert;

import io.mingjing.casefile.Cases;
import io.mingjing.shared.event.NewsForApplicant;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails to applicants who have consented to electronic service with an e-mail address: the application has its register
 * number, a letter can be read. The mail names that number and nothing else; the rest stands on the portal.
 */
@Component
class ApplicantMails {

    private final AlertMapper mapper;
    private final MailTexts texts;
    private final Outbox outbox;
    private final Cases cases;

    ApplicantMails(AlertMapper mapper, MailTexts texts, Outbox outbox, Cases cases) {
        this.mapper = mapper;
        this.texts = texts;
        this.outbox = outbox;
        this.cases = cases;
    }

    @EventListener
    void on(NewsForApplicant news) {
        mapper.findConsentAddress(news.consentId())
                .filter(address -> address.contains("@"))
                .ifPresent(address -> outbox.owe(
                        texts.toApplicant(
                                address,
                                news.news(),
                                cases.require(news.caseId()).registerNo(),
                                Locale.SIMPLIFIED_CHINESE),
                        null,
                        null,
                        news.on()));
    }
}
