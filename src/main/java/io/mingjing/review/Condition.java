package io.mingjing.review;

/** The seven conditions of acceptance, in the order of 行政复议法 art. 30.1. */
public enum Condition {
    /** An identified applicant and a proper respondent. */
    PARTIES("第（一）项（有明确的申请人和符合规定的被申请人）"),
    /** The applicant has an interest in the act. */
    INTEREST("第（二）项（申请人与被申请行政复议的行政行为有利害关系）"),
    /** A specific request with reasons. */
    REQUEST("第（三）项（有具体的行政复议请求和理由）"),
    /** Within the statutory time. */
    IN_TIME("第（四）项（在法定申请期限内提出）"),
    /** Within the scope of review. */
    IN_SCOPE("第（五）项（属于行政复议法规定的行政复议范围）"),
    /** This organ is competent. */
    COMPETENT("第（六）项（属于本机关的管辖范围）"),
    /** Neither an organ of review nor a court has accepted the same matter before. */
    NOT_ACCEPTED("第（七）项（行政复议机关、人民法院未受理过同一申请或者诉讼）");

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** The item of the article, as a letter says it. */
    public String words() {
        return words;
    }

    /** Name of the field of the review form that answers it. */
    public String field() {
        StringBuilder name = new StringBuilder("condition");
        for (String part : name().split("_")) {
            name.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }

    /** Name of the field that says why it is not met. */
    public String reasonField() {
        return field() + "Reason";
    }
}
