package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PinyinOrderTest {

    @Test
    void namesSortByPinyin() {
        assertThat(Stream.of("周明远", "安然", "顾建平", "陆海川", "冯静怡", "林晓雯").sorted(Comparator.comparing(PinyinOrder::key)))
                .containsExactly("安然", "冯静怡", "顾建平", "林晓雯", "陆海川", "周明远");
    }

    @Test
    void shorterNameComesBeforeTheLongerOneThatBeginsWithIt() {
        assertThat(PinyinOrder.key("林晓")).isLessThan(PinyinOrder.key("林晓雯"));
    }

    @Test
    void keyOfALongNameFitsItsColumn() {
        assertThat(PinyinOrder.key("盛阳市城市管理综合行政执法局".repeat(20))).hasSize(240);
    }
}
