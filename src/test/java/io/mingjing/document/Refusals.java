package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts on refusals. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
