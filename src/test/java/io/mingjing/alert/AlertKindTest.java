package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertKindTest {

    @ParameterizedTest
    @EnumSource
    void theRecordOfACaseNamesAnAlertInWords(AlertKind kind) {
        for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            assertThat(ResourceBundle.getBundle("messages.inspection", locale).containsKey("fact.kind." + kind))
                    .as(kind + " " + locale)
                    .isTrue();
        }
    }
}
