package io.mingjing.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedTextTest {

    @Test
    void placesAreFilledByName() {
        assertThat(NamedText.fill("登记收件 {registerNo}（{days} 日）", Map.of("registerNo", "收$1\\2", "days", 5)))
                .isEqualTo("登记收件 收$1\\2（5 日）");
    }

    @Test
    void missingFactsShowAsAnEllipsisAndListsAreJoined() {
        assertThat(NamedText.fill("{a}：{b}", Map.of("b", List.of("X", "Y")), code -> "<" + code + ">"))
                .isEqualTo("…：<X>、<Y>");
    }
}
