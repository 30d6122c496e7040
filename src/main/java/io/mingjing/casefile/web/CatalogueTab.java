package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Catalogue;
import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.document.FilePart;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The catalogue of the file 卷内目录, main and secondary part. */
@Component
class CatalogueTab implements CaseTab {

    private final Catalogue catalogue;

    CatalogueTab(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "catalogue";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String view() {
        return "casefile/catalogue :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        List<CatalogueEntry> entries = catalogue.of(file.id(), actor);
        return Map.of("main", part(entries, FilePart.MAIN), "secondary", part(entries, FilePart.SECONDARY));
    }

    private static List<CatalogueEntry> part(List<CatalogueEntry> entries, FilePart part) {
        return entries.stream().filter(entry -> entry.part() == part).toList();
    }
}
