package io.mingjing.document;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The rows of letters as every act on them reads and changes them. */
@Component
class LetterBook {

    private final LetterMapper mapper;
    private final CaseAccess access;
    private final Clock clock;

    LetterBook(LetterMapper mapper, @Lazy CaseAccess access, Clock clock) {
        this.mapper = mapper;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Refusal {@code LETTER_NOT_FOUND} */
    Letter get(String letterId) {
        return mapper.find(letterId).map(LetterRow::letter).orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
    }

    List<Letter> of(String caseId) {
        return mapper.findByCase(caseId).stream().map(LetterRow::letter).toList();
    }

    /** How many levels have agreed to the draft in force. */
    int agreements(Letter letter) {
        return (int) mapper.findApprovals(letter.id()).stream()
                .filter(Approval::effective)
                .count();
    }

    /** @throws Refusal {@code LETTER_CHANGED} when somebody else was first */
    Letter update(Letter letter, LetterState state, int draftNo, List<Role> levels) {
        Letter changed = new Letter(
                letter.id(),
                letter.caseId(),
                letter.type(),
                letter.title(),
                state,
                letter.number(),
                letter.issuedOn(),
                letter.version(),
                draftNo,
                levels,
                letter.docxSha256(),
                letter.pdfSha256(),
                letter.draftedBy(),
                letter.draftedAt(),
                letter.voidReason());
        if (mapper.updateDraft(LetterRow.of(changed)) == 0) {
            throw changed(letter);
        }
        return get(letter.id());
    }

    void requireHandler(String caseId, Actor actor) {
        if (!actor.isSystem()) {
            access.requireVisible(caseId, actor);
            access.requireHandler(caseId, actor);
        }
    }

    static boolean inHand(Letter letter) {
        return letter.state() == LetterState.DRAFT || letter.state() == LetterState.APPROVED;
    }

    static Refusal wrongState(Letter letter) {
        return Refusal.conflict("LETTER_STATE", letter.title(), LetterRoles.word(letter.state()));
    }

    static Refusal changed(Letter letter) {
        return Refusal.conflict("LETTER_CHANGED", letter.title());
    }

    static Act act(String kind, Letter letter, Actor actor, Map<String, Object> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("letterId", letter.id());
        facts.put("type", letter.type());
        facts.put("title", letter.title());
        facts.putAll(more);
        return Act.of(kind, letter.caseId(), actor, facts);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
