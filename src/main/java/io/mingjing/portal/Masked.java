package io.mingjing.portal;

import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;

/** Names as a page without account may show them. */
final class Masked {

    private Masked() {}

    /** Of a person the first character stays; organs and organisations are shown. */
    static String name(Party party) {
        return party.kind() == PartyKind.PERSON ? person(party.name()) : party.name();
    }

    static String person(String name) {
        int length = name.codePointCount(0, name.length());
        if (length == 0) {
            return "";
        }
        return new StringBuilder().appendCodePoint(name.codePointAt(0)) + "*".repeat(Math.max(1, length - 1));
    }
}
