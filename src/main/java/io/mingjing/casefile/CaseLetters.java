package io.mingjing.casefile;

import io.mingjing.document.Letter;
import io.mingjing.document.LetterState;
import io.mingjing.document.LetterType;
import io.mingjing.document.LetterTypes;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters as acts on a case write them: addressed to its parties, revised while a draft of the type is open. */
@Service
@Transactional
public class CaseLetters {

    private final Letters letters;
    private final LetterTypes types;
    private final Parties parties;
    private final CaseLetterFacts facts;

    CaseLetters(Letters letters, LetterTypes types, Parties parties, CaseLetterFacts facts) {
        this.letters = letters;
        this.types = types;
        this.parties = parties;
        this.facts = facts;
    }

    /**
     * Writes a draft of that type, or a further one over the draft in hand, with the facts and parties of the case as they
     * are now.
     *
     * @param fields win over the facts of the case; names as in the letter's template
     */
    public Letter draft(String caseId, String type, Map<String, ?> fields, Actor actor) {
        Letter open = letters.current(caseId, type)
                .filter(letter -> letter.state() == LetterState.DRAFT || letter.state() == LetterState.APPROVED)
                .orElse(null);
        if (open == null) {
            return letters.draft(caseId, type, fields, recipients(caseId, type), actor);
        }
        Map<String, Object> now = new LinkedHashMap<>(facts.of(caseId, types.get(type)));
        now.putAll(fields);
        letters.readdress(open.id(), recipients(caseId, type), actor);
        return letters.revise(open.id(), now, actor);
    }

    /** Voids the letters of these types that are not issued: the case has taken another turn. */
    public void supersede(String caseId, Collection<String> types, Actor actor) {
        letters.supersede(caseId, types, actor);
    }

    /** The letters of these types that are not issued yet. */
    @Transactional(readOnly = true)
    public List<Letter> inHand(String caseId, Collection<String> types) {
        return letters.inHand(caseId, types);
    }

    /** Letters that are not issued yet follow their parties. */
    @EventListener
    void on(PartiesChanged changed) {
        for (Letter letter : letters.of(changed.caseId())) {
            letters.readdress(letter.id(), recipients(changed.caseId(), letter.type()), changed.actor());
        }
    }

    /** The parties a letter of that type is addressed to now. */
    @Transactional(readOnly = true)
    public List<Recipient> recipients(String caseId, String type) {
        List<Recipient> recipients = new ArrayList<>();
        for (String role : types.get(type).recipients()) {
            parties.of(caseId, PartyRole.valueOf(role))
                    .forEach(party -> recipients.add(new Recipient(party.id(), party.name(), role)));
        }
        return recipients;
    }

    /**
     * The letter of that type in force.
     *
     * @throws Refusal {@code LETTER_NOT_DRAFTED}
     */
    @Transactional(readOnly = true)
    public Letter current(String caseId, String type) {
        return letters.current(caseId, type)
                .orElseThrow(
                        () -> Refusal.conflict("LETTER_NOT_DRAFTED", type(type).title()));
    }

    LetterType type(String code) {
        return types.get(code);
    }
}
