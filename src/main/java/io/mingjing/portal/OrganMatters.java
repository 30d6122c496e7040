package io.mingjing.portal;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceMethod;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskQuery;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 本机关事项: what is addressed to an organ, for its contacts: tasks with their days, and letters to sign for. */
@Service
@Transactional
public class OrganMatters {

    private final ChainMapper mapper;
    private final OrganChains chains;
    private final Worklist worklist;
    private final Cases cases;
    private final Letters letters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganMatters(
            ChainMapper mapper,
            OrganChains chains,
            Worklist worklist,
            Cases cases,
            Letters letters,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.chains = chains;
        this.worklist = worklist;
        this.cases = cases;
        this.letters = letters;
        this.clock = clock;
        this.events = events;
    }

    /** An open task of the organ; {@code state} is null while the contact has given it to nobody. */
    public record Matter(TaskItem task, OrganChains.@Nullable State state) {}

    /** A letter to the organ; {@code servedOn} is null until somebody signed for it. */
    public record LetterLine(
            String letterId,
            String caseId,
            String caseNumber,
            String caseTitle,
            String title,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate servedOn) {}

    /** Open tasks of the contact's organ, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Matter> tasks(Actor actor) {
        requireContact(actor);
        List<TaskItem> all = new ArrayList<>(
                worklist.list(TaskQuery.of(TaskList.MINE), actor).items());
        all.addAll(worklist.list(TaskQuery.of(TaskList.AVAILABLE), actor).items());
        return all.stream()
                .filter(task -> task.pool() == Role.ORGAN_CONTACT)
                .sorted(java.util.Comparator.comparing(
                        TaskItem::dueOn, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .map(task -> new Matter(task, chains.state(task.id()).orElse(null)))
                .toList();
    }

    /** Letters issued to the contact's organ, the newest first. */
    @Transactional(readOnly = true)
    public List<LetterLine> letters(Actor actor) {
        requireContact(actor);
        return mapper.findLetters(Objects.requireNonNull(actor.organId())).stream()
                .map(row -> {
                    CaseFile file = cases.require(row.caseId());
                    return new LetterLine(
                            row.id(),
                            row.caseId(),
                            file.number(),
                            file.title(),
                            row.title(),
                            row.letterNumber(),
                            row.issuedOn(),
                            row.servedOn());
                })
                .toList();
    }

    /**
     * 签收: the contact signs for a letter; it is served on the organ that day (民事诉讼法 art. 88), and what counts from its
     * service begins.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND} where it is not addressed to the contact's organ, {@code SERVED_ALREADY}
     */
    public void signFor(String letterId, Actor actor) {
        requireContact(actor);
        ChainMapper.LetterRow row = mapper.findLetters(Objects.requireNonNull(actor.organId())).stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
        cases.lock(row.caseId());
        LocalDate today = LocalDate.now(clock);
        letters.serve(
                letterId, row.partyId(), ServiceMethod.DIRECT, today, null, actor.name() + "在本系统签收。", Actor.SYSTEM);
        events.publishEvent(Act.of(
                        "portal.letterSignedFor",
                        row.caseId(),
                        actor,
                        Map.of("title", row.title(), "number", Objects.toString(row.letterNumber(), "")))
                .on(today));
    }

    private static void requireContact(Actor actor) {
        if (!actor.has(Role.ORGAN_CONTACT) || actor.organId() == null) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }
}
