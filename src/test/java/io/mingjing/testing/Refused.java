package io.mingjing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the application refuses. */
public final class Refused {

    private Refused() {}

    /** The act is refused, and with that code. */
    public static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
