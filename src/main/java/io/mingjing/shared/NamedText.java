package io.mingjing.shared;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills texts whose places have names, {@code 登记收件 {registerNo}}, as the texts of the log do. */
public final class NamedText {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private NamedText() {}

    /**
     * The text with each place replaced by the fact of that name; a fact that is missing leaves an ellipsis.
     *
     * @param shown how a single value is shown, for instance a code in the reader's language
     */
    public static String fill(String pattern, Map<String, ?> facts, UnaryOperator<String> shown) {
        Matcher place = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(text, Matcher.quoteReplacement(value(facts.get(place.group(1)), shown)));
        }
        return place.appendTail(text).toString();
    }

    /** The same, values shown as they are. */
    public static String fill(String pattern, Map<String, ?> facts) {
        return fill(pattern, facts, UnaryOperator.identity());
    }

    private static String value(@Nullable Object fact, UnaryOperator<String> shown) {
        if (fact == null) {
            return "…";
        }
        if (fact instanceof Collection<?> several) {
            return several.stream().map(one -> shown.apply(String.valueOf(one))).collect(Collectors.joining("、"));
        }
        return shown.apply(fact.toString());
    }
}
