package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjing.shared.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "kurz, PASSWORD_TOO_SHORT",
        "elevenchars, PASSWORD_TOO_SHORT",
        "ababababababab, PASSWORD_MONOTONOUS",
        "MyPassword2026, PASSWORD_GUESSABLE",
        "xx-Zhou.My-9912, PASSWORD_GUESSABLE",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十, PASSWORD_TOO_LONG"
    })
    void weakPasswordIsRefusedAtTheField(String password, String code) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> PasswordPolicy.require("after", password, "zhou.my"));

        assertThat(refusal.errors())
                .extracting(Refusal.FieldError::field, Refusal.FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("after", code));
    }

    @ParameterizedTest
    @CsvSource({"correct horse 9", "三月的雨下得很久很久的啊", "Tr0ub4dor&3xyz"})
    void longPasswordIsAccepted(String password) {
        assertThatCode(() -> PasswordPolicy.require("after", password, "zhou.my"))
                .doesNotThrowAnyException();
    }

    @Test
    void oneTimePasswordsMeetThePolicyAndDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String password = PasswordPolicy.oneTime();
            assertThat(password).hasSize(19).doesNotContain("l", "o", "0", "1");
            seen.add(password);
        }
        assertThat(seen).hasSize(200);
    }
}
