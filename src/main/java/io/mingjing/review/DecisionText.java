package io.mingjing.review;

import io.mingjing.document.OfficialStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a decision that follow from its outcome. Texts of letters are Chinese. */
final class DecisionText {

    /** REG58.1: a new act is due in sixty days where the decision sets no other period. */
    static final int REDO_DAYS = 60;

    private static final Pattern ARTICLE = Pattern.compile("(L|REG)(\\d+)(?:\\.(\\d+))?(?:\\((\\d+)\\))?");
    private static final Set<String> STANDING = Set.of("UPHOLD", "DISMISS_CLAIM");

    /** What the operative part of an outcome cannot do without. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("UPHOLD", List.of("维持")),
            Map.entry("CHANGE", List.of("变更")),
            Map.entry("REVOKE", List.of("撤销")),
            Map.entry("REVOKE_REDO", List.of("撤销")),
            Map.entry("REVOKE_PART", List.of("撤销")),
            Map.entry("REVOKE_PART_REDO", List.of("撤销")),
            Map.entry("CONFIRM_ILLEGAL", List.of("违法")),
            Map.entry("ORDER_PERFORMANCE", List.of("责令", "履行")),
            Map.entry("CONFIRM_VOID", List.of("无效")),
            Map.entry("DISMISS_CLAIM", List.of("驳回")),
            Map.entry("AGREEMENT", List.of()));

    private DecisionText() {}

    /** Whether the officer's operative part says what the outcome says. */
    static boolean fits(String outcome, String holding) {
        return WORDS.getOrDefault(outcome, List.of()).stream().allMatch(holding::contains);
    }

    /** The standard operative part; null where the outcome cannot be told without the officer's words. */
    static @Nullable String holding(String outcome, String respondent, String matter) {
        return switch (outcome) {
            case "UPHOLD" -> "维持" + respondent + "作出的" + matter + "。";
            case "REVOKE", "REVOKE_REDO" -> "撤销" + respondent + "作出的" + matter + "。";
            case "CONFIRM_ILLEGAL" -> "确认" + respondent + "作出的" + matter + "违法。";
            case "CONFIRM_VOID" -> "确认" + respondent + "作出的" + matter + "无效。";
            case "ORDER_PERFORMANCE" -> "责令" + respondent + "就" + matter + "依法履行法定职责。";
            case "DISMISS_CLAIM" -> "驳回申请人的行政复议请求。";
            default -> null;
        };
    }

    /** {@code L64.1(1)} as a statute is cited in a letter. */
    static String cite(String article) {
        Matcher matcher = ARTICLE.matcher(article);
        if (!matcher.matches()) {
            return article;
        }
        StringBuilder text = new StringBuilder("第")
                .append(OfficialStyle.chinese(Integer.parseInt(matcher.group(2))))
                .append('条');
        String paragraph = matcher.group(3);
        if (paragraph != null) {
            text.append('第')
                    .append(OfficialStyle.chinese(Integer.parseInt(paragraph)))
                    .append('款');
        }
        String item = matcher.group(4);
        if (item != null) {
            text.append("第（")
                    .append(OfficialStyle.chinese(Integer.parseInt(item)))
                    .append("）项");
        }
        return text.toString();
    }

    /** All provisions of a decision, each law named once. */
    static String basis(List<String> articles) {
        List<String> laws = new ArrayList<>();
        for (String law : List.of("L", "REG")) {
            List<String> cited = articles.stream()
                    .filter(article -> article.matches(law + "\\d.*"))
                    .map(DecisionText::cite)
                    .toList();
            if (!cited.isEmpty()) {
                laws.add((law.equals("L") ? "《中华人民共和国行政复议法》" : "《中华人民共和国行政复议法实施条例》") + OfficialStyle.names(cited));
            }
        }
        return OfficialStyle.names(laws);
    }

    /** The fields of the letter that follow from the outcome; blank where they do not apply. */
    static Map<String, Object> fields(ReviewDecision decision, String respondent, String organ, String matter) {
        String outcome = decision.outcome();
        boolean redo = DecisionDraft.ordersNewAct(outcome);
        boolean standing = STANDING.contains(outcome);
        Integer days = decision.orderedDays();
        Map<String, Object> fields = new LinkedHashMap<>();
        String holding = holding(outcome, respondent, matter);
        fields.put("holding", holding == null ? "" : holding);
        fields.put("legalBasis", basis(decision.articleList()));
        fields.put("redo", redo);
        fields.put("redoDays", redo ? String.valueOf(days == null ? REDO_DAYS : days) : "");
        // art. 64.2: only where procedure alone was wrong may the same act be made again
        fields.put("redoOtherwise", redo && !decision.groundList().equals(List.of("PROCEDURE")));
        fields.put("orderedDays", redo || days == null ? "" : days.toString());
        fields.put("finalDecision", decision.finalBasis() != null);
        fields.put("finalBasis", decision.finalBasis() == null ? "" : decision.finalBasis());
        fields.put("suitAgainst", standing ? respondent + "和" + organ : organ);
        fields.put("actStands", standing);
        // what an earlier draft said for another outcome is not said again, unless the form says it
        List.of("remedialMeasures", "compensationText", "thirdPartyOpinion").forEach(name -> fields.put(name, ""));
        return fields;
    }
}
