package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Which roles may do what with a letter. Who approves is no matter of this class: the chain says it. */
final class LetterRoles {

    private LetterRoles() {}

    /** 制发、用印: those who number, print and seal. */
    static boolean issues(Actor actor) {
        return actor.hasAny(
                Role.INTAKE_CLERK, Role.GOV_OFFICE, Role.SUPERVISOR, Role.LITIGATION_OFFICER, Role.FILING_OFFICER);
    }

    /** 送达: those who hand over, and the officers of the case. */
    static boolean serves(Actor actor) {
        return issues(actor) || actor.has(Role.REVIEW_OFFICER);
    }

    /** 线下审批补录: any officer of the house, never a contact or an auditor. */
    static boolean recordsPaper(Actor actor) {
        return serves(actor) || actor.has(Role.UNIT_HEAD);
    }

    static void requireIssuer(Actor actor) {
        require(actor, issues(actor));
    }

    static void requireServer(Actor actor) {
        require(actor, serves(actor));
    }

    static void requirePaperRecorder(Actor actor) {
        require(actor, recordsPaper(actor));
    }

    static void requireLevel(Actor actor, Role level) {
        if (!actor.has(level)) {
            throw Refusal.forbidden("APPROVAL_ROLE", word(level));
        }
    }

    private static void require(Actor actor, boolean allowed) {
        if (!actor.isSystem() && !allowed) {
            throw Refusal.forbidden("LETTER_ROLE");
        }
    }

    /** The state in the reader's language, resolved where the refusal is rendered. */
    static Object word(LetterState state) {
        return new DefaultMessageSourceResolvable(new String[] {"letter.state." + state.name()}, state.name());
    }

    /** The role in the reader's language, resolved where the refusal is rendered. */
    static Object word(Role role) {
        return new DefaultMessageSourceResolvable(new String[] {"role." + role.name()}, role.name());
    }
}
