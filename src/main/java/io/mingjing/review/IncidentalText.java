package io.mingjing.review;

import java.util.Map;

/** How letters speak of an incidental review; letters are Chinese. */
final class IncidentalText {

    private static final Map<String, String> FINDINGS = Map.of("BEYOND_POWERS", "超越权限", "AGAINST_HIGHER_LAW", "违反上位法");

    private static final Map<String, String> REFUSALS = Map.of(
            "NOT_BASIS", "该文件不是被申请的行政行为的依据，依照《中华人民共和国行政复议法》第十三条第一款的规定",
            "RULE", "该文件属于规章或者法律、法规，依照《中华人民共和国行政复议法》第十三条第二款的规定",
            "TOO_LATE", "申请人申请行政复议时已经知道该文件而未一并提出，依照《中华人民共和国行政复议法实施条例》第五十三条第一款的规定",
            "TWICE", "本案已经审查过该文件，依照《中华人民共和国行政复议法》第五十九条的规定");

    private IncidentalText() {}

    static String word(String finding) {
        return FINDINGS.getOrDefault(finding, "");
    }

    /** What the decision says (行政复议法 art. 59). */
    static String of(IncidentalReview review) {
        String name = review.documentName();
        if (review.refusalGround() != null) {
            return "申请人请求审查" + name + "，" + REFUSALS.getOrDefault(review.refusalGround(), "") + "，不予附带审查。";
        }
        String who = IncidentalReview.OWN.equals(review.competence()) ? "经本机关审查，" : "经转送" + review.addressee() + "处理，";
        if (!review.unlawful()) {
            return who + name + "的下列条款合法：" + review.clauses();
        }
        String higher = review.higherLaw() == null ? "" : "（" + review.higherLaw() + "）";
        return who + name + "的下列条款" + word(String.valueOf(review.finding())) + higher + "："
                + review.unlawfulClauses()
                + (IncidentalReview.OWN.equals(review.competence()) ? "。已决定停止该条款的执行，并责令制定机关予以纠正。" : "。");
    }
}
