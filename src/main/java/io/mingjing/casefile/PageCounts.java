package io.mingjing.casefile;

import io.mingjing.document.PageCounter;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many pages each paper of a file has: counted by the machine where it can read them, corrected by the officers. */
@Service
@Transactional
public class PageCounts {

    private static final int MOST = 9999;

    private final PageCountMapper mapper;
    private final Catalogue catalogue;
    private final PageCounter counter;
    private final CaseVisibility visibility;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PageCounts(
            PageCountMapper mapper,
            Catalogue catalogue,
            PageCounter counter,
            CaseVisibility visibility,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.counter = counter;
        this.visibility = visibility;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An officer counted a paper.
     *
     * @throws Refusal {@code FIELDS}: {@code TOO_SMALL}, {@code TOO_LARGE}; not found where the file has no such paper
     */
    public void set(String caseId, String sourceId, int pages, Actor actor) {
        visibility.lock(caseId);
        visibility.requireOfficer(caseId, actor);
        if (visibility.find(caseId).state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", visibility.find(caseId).number());
        }
        if (pages < 1 || pages > MOST) {
            throw Refusal.fields(List.of(
                    pages < 1 ? FieldError.of("pages", "TOO_SMALL", 1) : FieldError.of("pages", "TOO_LARGE", MOST)));
        }
        CatalogueEntry entry = catalogue.of(caseId, actor).stream()
                .filter(each -> each.sourceId().equals(sourceId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAPER_NOT_FOUND"));
        keep(caseId, sourceId, pages, actor);
        events.publishEvent(
                Act.of("casefile.pagesCounted", caseId, actor, Map.of("title", entry.title(), "pages", pages)));
    }

    /** Counts what nobody has counted yet; a paper that the machine cannot read counts as one page. */
    public void countRest(String caseId, Actor actor) {
        for (CatalogueEntry entry : catalogue.of(caseId, Actor.SYSTEM)) {
            if (entry.pages() == null) {
                Optional<Integer> counted = entry.source() == CatalogueEntry.Source.LETTER
                        ? counter.ofLetter(entry.sourceId())
                        : counter.ofAttachment(entry.sourceId());
                keep(caseId, entry.sourceId(), counted.orElse(1), actor);
            }
        }
    }

    private void keep(String caseId, String sourceId, int pages, Actor actor) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        if (mapper.update(caseId, sourceId, pages, actor.userId(), now) == 0) {
            mapper.insert(caseId, sourceId, pages, actor.userId(), now);
        }
    }
}
