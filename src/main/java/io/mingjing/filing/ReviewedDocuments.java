package io.mingjing.filing;

import io.mingjing.document.CaseAccess;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.DocumentReviewed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrative reviews found of documents, kept where documents are filed. */
@Service
@Transactional
public class ReviewedDocuments {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ReviewedDocumentMapper mapper;
    private final People people;
    private final CaseAccess access;
    private final ApplicationEventPublisher events;

    ReviewedDocuments(
            ReviewedDocumentMapper mapper, People people, CaseAccess access, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.people = people;
        this.access = access;
        this.events = events;
    }

    @EventListener
    void on(DocumentReviewed reviewed) {
        mapper.insert(reviewed.reviewId(), reviewed.governmentPath(), reviewed.on());
        events.publishEvent(Act.of(
                        "filing.documentReviewed",
                        reviewed.caseId(),
                        Actor.SYSTEM,
                        Map.of("finding", reviewed.finding()))
                .on(reviewed.on()));
    }

    /** A page of the list, in the person's scope, newest first, before the given place. */
    @Transactional(readOnly = true)
    public List<ReviewedDocument> page(@Nullable LocalDate before, @Nullable String beforeId, int limit, Actor actor) {
        Sight sight = people.sight(actor);
        if (!sight.officer() || !sight.areas().contains(Area.FILING)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return mapper.findPage(
                sight.subtree() ? sight.governmentPath() + "%" : sight.governmentPath(),
                before == null ? LAST : before,
                beforeId == null ? "" : beforeId,
                limit);
    }

    /** What was found of a document that is filed here. */
    @Transactional(readOnly = true)
    public List<ReviewedDocument> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByFiled(caseId);
    }
}
