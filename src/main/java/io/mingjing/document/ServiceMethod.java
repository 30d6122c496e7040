package io.mingjing.document;

/** How a letter reaches its recipient (民事诉讼法 art. 87–95; DOMAIN.md 3.11). */
public enum ServiceMethod {
    /** 直接送达: the day of signing. */
    DIRECT("直接"),
    /** 直接送达, signed for by a co-resident adult, the mail room or an agent: the day of signing; the note says who. */
    SIGNED_FOR("代收"),
    /** 留置送达: left in place with a witness, photo or video. */
    LEFT("留置"),
    /** 电子送达: with consent, the day it reaches the recipient's system. */
    ELECTRONIC("电子"),
    /** 邮寄送达: the day on the return slip. */
    POST("邮寄"),
    /** 委托送达: the day on the return slip. */
    ENTRUSTED("委托"),
    /** 转交送达: by the military unit, the prison or the institution that holds the recipient; the day the recipient signs. */
    RELAYED("转交"),
    /** 公告送达: 30 days after the notice, with the reason on file. */
    PUBLIC_NOTICE("公告");

    private final String word;

    ServiceMethod(String word) {
        this.word = word;
    }

    /** What the form of a service receipt calls it. */
    String word() {
        return word;
    }
}
