package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes the drafts of a letter, one over the other, and voids what shall not go out. */
@Component
class LetterWriting {

    private static final int MAX_REASON = 500;

    private final LetterMapper mapper;
    private final LetterBook book;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final CaseAccess access;
    private final ApprovalChains chains;
    private final ApplicationEventPublisher events;

    LetterWriting(
            LetterMapper mapper,
            LetterBook book,
            LetterTypes types,
            LetterDrafts drafts,
            @Lazy CaseAccess access,
            @Lazy ApprovalChains chains,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.book = book;
        this.types = types;
        this.drafts = drafts;
        this.access = access;
        this.chains = chains;
        this.events = events;
    }

    Letter draft(String caseId, String type, Map<String, ?> fields, List<Recipient> recipients, Actor actor) {
        book.requireHandler(caseId, actor);
        LetterType kind = types.get(type);
        if (!kind.folder().equals(access.areaFolder(caseId))) {
            throw Refusal.invalid("LETTER_AREA", kind.title());
        }
        if (book.of(caseId).stream().anyMatch(letter -> letter.type().equals(type) && LetterBook.inHand(letter))) {
            throw Refusal.conflict("LETTER_OPEN", kind.title());
        }
        Set<String> distinct = recipients.stream().map(Recipient::partyId).collect(Collectors.toSet());
        if (recipients.isEmpty() || distinct.size() < recipients.size()) {
            throw Refusal.invalid("LETTER_RECIPIENTS", kind.title());
        }
        Letter letter = new Letter(
                Ids.next(),
                caseId,
                type,
                kind.title(),
                LetterState.DRAFT,
                null,
                null,
                0,
                1,
                chain(kind, caseId),
                null,
                null,
                actor.userId(),
                book.now(),
                null);
        mapper.insert(LetterRow.of(letter));
        drafts.write(letter, kind, Map.of(), fields, actor);
        for (int i = 0; i < recipients.size(); i++) {
            mapper.insertRecipient(letter.id(), i, recipients.get(i));
        }
        events.publishEvent(LetterBook.act("document.letterDrafted", letter, actor, Map.of("draft", 1)));
        return letter;
    }

    Letter revise(String letterId, Map<String, ?> fields, Actor actor) {
        Letter letter = book.get(letterId);
        book.requireHandler(letter.caseId(), actor);
        if (!LetterBook.inHand(letter)) {
            throw LetterBook.wrongState(letter);
        }
        LetterType kind = types.get(letter.type());
        Letter revised = book.update(letter, LetterState.DRAFT, letter.draftNo() + 1, chain(kind, letter.caseId()));
        drafts.write(revised, kind, drafts.values(letter), fields, actor);
        mapper.updateApprovalsVoided(letterId);
        events.publishEvent(
                LetterBook.act("document.letterRevised", revised, actor, Map.of("draft", revised.draftNo())));
        return revised;
    }

    void voidLetter(String letterId, String reason, Actor actor) {
        Letter letter = book.get(letterId);
        book.requireHandler(letter.caseId(), actor);
        if (letter.state() == LetterState.VOID) {
            throw LetterBook.wrongState(letter);
        }
        if (letter.issued() && !actor.hasAny(Role.UNIT_HEAD, Role.ORGAN_HEAD)) {
            throw Refusal.forbidden("VOID_ROLE");
        }
        if (!mapper.findServices(letterId).isEmpty()) {
            throw Refusal.conflict("LETTER_SERVED", letter.title());
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw Refusal.invalid("VOID_REASON", MAX_REASON);
        }
        if (mapper.updateVoid(letterId, letter.version(), why) == 0) {
            throw LetterBook.changed(letter);
        }
        events.publishEvent(LetterBook.act(
                "document.letterVoided",
                letter,
                actor,
                letter.number() == null ? Map.of() : Map.of("number", letter.number())));
    }

    /** Voids what is still in hand of these types: the case has taken another turn. */
    List<Letter> supersede(String caseId, Collection<String> types, Actor actor) {
        List<Letter> stale = inHand(caseId, types);
        for (Letter letter : stale) {
            if (mapper.updateVoid(letter.id(), letter.version(), Letter.SUPERSEDED) == 0) {
                throw LetterBook.changed(letter);
            }
            events.publishEvent(LetterBook.act("document.letterSuperseded", letter, actor, Map.of()));
        }
        return stale;
    }

    List<Letter> inHand(String caseId, Collection<String> types) {
        return book.of(caseId).stream()
                .filter(letter -> types.contains(letter.type()) && LetterBook.inHand(letter))
                .toList();
    }

    /** Addresses a letter that is not issued yet to these, where it was addressed to others. */
    void readdress(Letter letter, List<Recipient> recipients, Actor actor) {
        if (recipients.isEmpty()
                || !LetterBook.inHand(letter)
                || mapper.findRecipients(letter.id()).equals(recipients)) {
            return;
        }
        mapper.deleteRecipients(letter.id());
        for (int i = 0; i < recipients.size(); i++) {
            mapper.insertRecipient(letter.id(), i, recipients.get(i));
        }
        events.publishEvent(LetterBook.act(
                        "document.letterReaddressed", letter, actor, Map.of("recipients", recipients.size()))
                .withPersonal(Map.of(
                        "names",
                        String.join(
                                "、", recipients.stream().map(Recipient::name).toList()))));
    }

    private List<Role> chain(LetterType kind, String caseId) {
        List<Role> levels = chains.levels(kind.code(), caseId);
        if (levels.isEmpty() || new HashSet<>(levels).size() < levels.size()) {
            throw Refusal.conflict("LETTER_CHAIN", kind.title());
        }
        return levels;
    }
}
