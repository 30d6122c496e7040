package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links between cases; seen from both ends, by those who see both. */
@Service
@Transactional
public class Links {

    private final PeopleOfCaseMapper mapper;
    private final CaseVisibility visibility;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Links(PeopleOfCaseMapper mapper, CaseVisibility visibility, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.clock = clock;
        this.events = events;
    }

    /** Links of a case the actor sees, as far as the other end is visible too. */
    @Transactional(readOnly = true)
    public List<CaseLink> of(String caseId, Actor actor) {
        visibility.requireVisible(caseId, actor);
        return mapper.findLinks(caseId, visibility.scope(actor));
    }

    /** Links two cases that the officer sees. */
    public void link(String caseId, String otherId, CaseLink.Kind kind, @Nullable String remark, Actor actor) {
        visibility.requireOfficer(caseId, actor);
        visibility.requireVisible(otherId, actor);
        if (caseId.equals(otherId)) {
            throw Refusal.conflict("LINK_TO_SELF");
        }
        visibility.lock(caseId.compareTo(otherId) < 0 ? caseId : otherId);
        visibility.lock(caseId.compareTo(otherId) < 0 ? otherId : caseId);
        if (mapper.countLinks(caseId, otherId, kind) > 0) {
            throw Refusal.conflict("LINKED_ALREADY");
        }
        mapper.insertLink(Ids.next(), caseId, otherId, kind, remark, actor.userId(), clock.instant());
        publish("casefile.linked", caseId, Map.of("otherId", otherId, "kind", kind.name()), actor);
        publish("casefile.linked", otherId, Map.of("otherId", caseId, "kind", kind.name()), actor);
    }

    /** Takes a link away again; the log keeps it. */
    public void unlink(String caseId, String linkId, Actor actor) {
        visibility.lock(caseId);
        visibility.requireOfficer(caseId, actor);
        if (mapper.deleteLink(caseId, linkId) == 0) {
            throw Refusal.notFound("LINK_NOT_FOUND");
        }
        publish("casefile.unlinked", caseId, Map.of("linkId", linkId), actor);
    }

    private void publish(String kind, String caseId, Map<String, Object> facts, Actor actor) {
        events.publishEvent(Act.of(kind, caseId, actor, facts));
    }
}
