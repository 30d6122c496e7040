package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficialStyleTest {

    @Test
    void numbersBearHexagonalBracketsTheFullYearAndNoZeros() {
        assertThat(OfficialStyle.number("沈和政复受", 2026, 12)).isEqualTo("沈和政复受\u30142026\u301512号");
    }

    @Test
    void numbersStartAtOne() {
        assertThatThrownBy(() -> OfficialStyle.number("沈和政复", 2026, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void datesAreWrittenInChineseWithoutZeros() {
        assertThat(OfficialStyle.date(LocalDate.of(2026, 3, 9))).isEqualTo("2026年3月9日");
    }

    @Test
    void smallNumbersAreWrittenInWords() {
        assertThat(List.of(2, 10, 12, 20, 23).stream().map(OfficialStyle::chinese))
                .containsExactly("二", "十", "十二", "二十", "二十三");
    }

    @Test
    void severalItemsAreNumberedAndOneIsNot() {
        assertThat(OfficialStyle.items(List.of("甲", "乙"))).containsExactly("1．甲", "2．乙");
        assertThat(OfficialStyle.items(List.of("甲"))).containsExactly("甲");
    }
}
