package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Catalogue;
import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.document.FilePart;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The catalogue of the file 卷内目录, main and secondary part. */
@Component
class CatalogueTab implements CaseTab {

    private final Catalogue catalogue;
    private final People people;

    CatalogueTab(Catalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
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
        return Map.of(
                "main",
                part(entries, FilePart.MAIN),
                "secondary",
                part(entries, FilePart.SECONDARY),
                "counts",
                file.state() != CaseState.ARCHIVED && people.sight(actor).officer() && !actor.has(Role.AUDITOR));
    }

    private static List<CatalogueEntry> part(List<CatalogueEntry> entries, FilePart part) {
        return entries.stream().filter(entry -> entry.part() == part).toList();
    }
}
