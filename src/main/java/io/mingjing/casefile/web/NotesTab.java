package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLink;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Links;
import io.mingjing.casefile.Note;
import io.mingjing.casefile.Notes;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Internal notes and linked cases; officers only. */
@Component
class NotesTab implements CaseTab {

    private final Notes notes;
    private final Links links;
    private final People people;

    NotesTab(Notes notes, Links links, People people) {
        this.notes = notes;
        this.links = links;
        this.people = people;
    }

    @Override
    public String id() {
        return "notes";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return people.sight(actor).officer();
    }

    @Override
    public String view() {
        return "casefile/notes :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        int count =
                notes.of(file.id(), actor).size() + links.of(file.id(), actor).size();
        return count == 0 ? null : count;
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        List<Note> written = notes.of(file.id(), actor);
        List<CaseLink> linked = links.of(file.id(), actor);
        return Map.of(
                "notes",
                written,
                "links",
                linked,
                "kinds",
                CaseLink.Kind.values(),
                "mayWrite",
                !actor.has(Role.AUDITOR));
    }
}
