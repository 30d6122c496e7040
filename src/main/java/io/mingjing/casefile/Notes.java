package io.mingjing.casefile;

import io.mingjing.document.FilePart;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Internal notes; added and never changed. Organs and parties do not see them. */
@Service
@Transactional
public class Notes {

    private static final int LENGTH = 5000;

    private final PeopleOfCaseMapper mapper;
    private final CaseVisibility visibility;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notes(PeopleOfCaseMapper mapper, CaseVisibility visibility, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.clock = clock;
        this.events = events;
    }

    /** Oldest first; empty for people who may not read the secondary part of the file. */
    @Transactional(readOnly = true)
    public List<Note> of(String caseId, Actor actor) {
        visibility.requireVisible(caseId, actor);
        return visibility.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findNotes(caseId) : List.of();
    }

    public Note add(String caseId, String body, Actor actor) {
        visibility.requireOfficer(caseId, actor);
        if (body.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("body", "REQUIRED")));
        }
        if (body.length() > LENGTH) {
            throw Refusal.fields(List.of(FieldError.of("body", "TOO_LONG", LENGTH)));
        }
        Note note = new Note(Ids.next(), caseId, body.strip(), actor.userId(), actor.name(), clock.instant());
        mapper.insertNote(note);
        events.publishEvent(Act.of("casefile.noteAdded", caseId, actor, Map.of("noteId", note.id())));
        return note;
    }
}
