package io.mingjing.casefile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text as the case search sees it. Neither MariaDB nor H2 can cut Chinese into words, so every character and every pair
 * of neighbours is a term of its own. Widths, letter case and the kinds of brackets make no difference.
 */
final class SearchText {

    /** More pairs than these add nothing but joins; the text itself is compared anyway. */
    private static final int MAX_GRAMS = 12;

    private static final int MAX_WORDS = 8;

    private SearchText() {}

    /** The text in its searchable form; the parts stand in lines of their own, so that no match crosses them. */
    static String of(List<String> parts) {
        return parts.stream()
                .map(SearchText::normalise)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Every single character and every pair of neighbours of a searchable text. */
    static Set<String> grams(String searchText) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : searchText.split("\\s+")) {
            int[] points = word.codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                grams.add(new String(points, i, 1));
                if (i + 1 < points.length) {
                    grams.add(new String(points, i, 2));
                }
            }
        }
        grams.remove("");
        return grams;
    }

    /** The words of a query; each has to occur. */
    static List<String> words(String query) {
        return List.of(normalise(query).split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    /** The terms by which the index finds a word: its pairs, or the character itself when it is one. */
    static List<String> lookup(String word) {
        int[] points = word.codePoints().toArray();
        if (points.length == 1) {
            return List.of(word);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < points.length && pairs.size() < MAX_GRAMS; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs.stream().distinct().toList();
    }

    private static String normalise(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(SearchText::bracket)
                .forEach(point -> {
                    if (isSpace(point)) {
                        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                            out.append(' ');
                        }
                    } else if (!isInvisible(point)) {
                        out.appendCodePoint(point);
                    }
                });
        return out.toString().strip();
    }

    /** 〔 〕 are on no keyboard: people type what is near. */
    private static int bracket(int point) {
        return switch (point) {
            case '[', '(', '【', '［', '（' -> '〔';
            case ']', ')', '】', '］', '）' -> '〕';
            default -> point;
        };
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    /** Joiners and variation selectors inside emoji and names. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || (point >= 0xFE00 && point <= 0xFE0F);
    }
}
