package io.mingjing.casefile;

import io.mingjing.casefile.Declaration.Relation;

/**
 * What a relation means for a case, as {@code recusal.dmn} answers.
 *
 * @param name of the party, agent or act to which the relation is
 * @param article code of the provision, such as {@code GWY_76_2}
 */
public record RecusalDuty(Level level, Relation relation, String name, String article) {

    /** How far the relation obliges. */
    public enum Level {
        /** 应当回避. */
        MUST,
        /** 可以要求回避: for who decides to judge. */
        MAY,
        NONE
    }

    /** The item of 公务员法 art. 76 on which it rests. */
    public int item() {
        return Character.digit(article.charAt(article.length() - 1), 10);
    }
}
