package io.mingjing.casefile;

/** Chinese numerals from 1 to 99, as they follow 之 in a document number. */
final class OrdinalText {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private OrdinalText() {}

    static String chinese(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("no numeral for " + number);
        }
        int tens = number / 10;
        String head = tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "十";
        return head + DIGITS[number % 10];
    }
}
