package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void widthsCaseAndBracketsMakeNoDifference() {
        String searchable = SearchText.of(List.of("沈和政复〔２０２６〕１２号", "ＡＢＣ公司"));

        assertThat(searchable).isEqualTo("沈和政复〔2026〕12号\nabc公司");
        assertThat(SearchText.words("【2026】 Abc")).containsExactly("〔2026〕", "abc");
        assertThat(SearchText.words("(2026)")).containsExactly("〔2026〕");
    }

    @Test
    void charactersBeyondTheFirstPlaneStayWhole() {
        assertThat(SearchText.grams("𠮷野家")).containsExactlyInAnyOrder("𠮷", "𠮷野", "野", "野家", "家");
        assertThat(SearchText.lookup("𠮷")).containsExactly("𠮷");
        assertThat(SearchText.lookup("𠮷野")).containsExactly("𠮷野");
        assertThat(SearchText.lookup("张😀三")).containsExactly("张😀", "😀三");
    }

    @Test
    void invisibleCharactersOfEmojiAreLeftOut() {
        assertThat(SearchText.words("☎\uFE0F热线")).containsExactly("☎热线");
    }

    @Test
    void noPairCrossesFromOneTextIntoTheNext() {
        assertThat(SearchText.grams(SearchText.of(List.of("甲乙", "丙丁"))))
                .doesNotContain("乙丙")
                .contains("甲乙", "丙丁");
    }

    @Test
    void blankQueriesHaveNoWords() {
        assertThat(SearchText.words("  \u3000 ")).isEmpty();
    }
}
