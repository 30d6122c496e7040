package io.mingjing.alert.web;

import io.mingjing.alert.AlertTexts;
import io.mingjing.alert.CaseAlerts;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On the case: who was told what, and whether the mail arrived. For officers; an organ sees nothing of it. */
@Component
class AlertsTab implements CaseTab {

    private final CaseAlerts alerts;
    private final AlertTexts texts;

    AlertsTab(CaseAlerts alerts, AlertTexts texts) {
        this.alerts = alerts;
        this.texts = texts;
    }

    /** An alert in the reader's language. */
    record Row(CaseAlerts.Line line, String title, String sentence) {}

    @Override
    public String id() {
        return "alerts";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return actor.roles().stream()
                .anyMatch(role -> role != Role.ORGAN_CONTACT && role != Role.ORGAN_STAFF && role != Role.ADMIN);
    }

    @Override
    public String view() {
        return "alert/case-alerts :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Row> rows = alerts.of(file.id()).stream()
                .map(line -> new Row(
                        line, texts.title(line.kind(), locale), texts.sentence(line.kind(), line.args(), locale)))
                .toList();
        return Map.of("alerts", rows);
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        int undelivered = alerts.undelivered(file.id());
        return undelivered == 0 ? null : undelivered;
    }
}
