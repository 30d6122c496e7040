package io.mingjing.casefile;

/** Who handles a case. */
public record Handler(String userId, String name, Kind kind) {

    public enum Kind {
        /** 主办人 */
        LEAD,
        /** 协办人 */
        SECOND
    }
}
