package io.mingjing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.document.DocumentPanels;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters and the files of a case. Module document lies below the case file, so the frame puts its panels here. */
@Component
class DocumentsTab implements CaseTab {

    private static final int ORDER = 30;

    private final DocumentPanels panels;

    DocumentsTab(DocumentPanels panels) {
        this.panels = panels;
    }

    @Override
    public String id() {
        return "documents";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String view() {
        return "web/documents :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new HashMap<>(panels.letters(file.id(), actor));
        model.putAll(panels.attachments(file.id(), null, actor));
        return model;
    }
}
