package io.mingjing.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The one place that knows how official papers write numbers, dates and lists (GB/T 9704). */
public final class OfficialStyle {

    private OfficialStyle() {}

    /**
     * A number such as {@code 沈和政复〔2026〕12号}: hexagonal brackets U+3014 and U+3015, the full year, no leading
     * zeros, no 第.
     *
     * @param code code of the organ with the words of kind and type, such as 沈和政复受
     */
    public static String number(String code, int year, int running) {
        if (running < 1) {
            throw new IllegalArgumentException("running numbers start at 1, not " + running);
        }
        return code + '〔' + year + '〕' + running + '号';
    }

    /** The day in the style of official papers: {@code 2026年3月9日}. */
    public static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** A small number in words: 二, 十二, 二十三; from 1 to 99. */
    public static String chinese(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("not from 1 to 99: " + number);
        }
        String digits = "零一二三四五六七八九";
        int tens = number / 10;
        int ones = number % 10;
        StringBuilder words = new StringBuilder();
        if (tens > 1) {
            words.append(digits.charAt(tens));
        }
        if (tens > 0) {
            words.append('十');
        }
        if (ones > 0) {
            words.append(digits.charAt(ones));
        }
        return words.toString();
    }

    /** Names in a row: {@code 甲、乙、丙}. */
    public static String names(List<String> names) {
        return String.join("、", names);
    }

    /** Items each on its own line, numbered 1. 2. when there are several. */
    public static List<String> items(List<String> items) {
        if (items.size() < 2) {
            return List.copyOf(items);
        }
        List<String> numbered = new ArrayList<>();
        for (String item : items) {
            numbered.add((numbered.size() + 1) + "．" + item);
        }
        return numbered;
    }
}
