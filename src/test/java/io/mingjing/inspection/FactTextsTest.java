package io.mingjing.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Refusal;
import io.mingjing.time.TimeLimits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class FactTextsTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final StaticMessageSource messages = new StaticMessageSource();
    private final People people = mock(People.class);
    private final TimeLimits limits = mock(TimeLimits.class);
    private final FactTexts texts = new FactTexts(messages, people, mock(Organs.class), limits);

    @BeforeEach
    void words() {
        messages.addMessage("log.casefile.handlerNamed", CHINESE, "指定{userId}为{kind}");
        messages.addMessage("log.casefile.keyDateSet", CHINESE, "登记{name}：{on}");
        messages.addMessage("fact.kind.LEAD", CHINESE, "主办");
        messages.addMessage("keyDate.accepted", CHINESE, "受理日期");
        when(people.get("u1")).thenReturn(new Person("u1", "wang", "王芳", "o1", Set.of(), null, true, "zh-CN"));
        when(people.get("gone")).thenThrow(Refusal.notFound("PERSON_NOT_FOUND"));
    }

    @Test
    void idsAndCodesBecomeNamesAndWords() {
        assertThat(texts.sentence("casefile.handlerNamed", Map.of("userId", "u1", "kind", "LEAD"), Map.of(), CHINESE))
                .isEqualTo("指定王芳为主办");
    }

    @Test
    void aKeyDateIsCalledByItsName() {
        assertThat(texts.sentence(
                        "casefile.keyDateSet", Map.of("name", "accepted", "on", "2026-03-02"), Map.of(), CHINESE))
                .isEqualTo("登记受理日期：2026-03-02");
    }

    @Test
    void anAlertOfATaskNamesThePoolThatShouldTakeIt() {
        messages.addMessage("log.alert.raised", CHINESE, "发出提醒：{kind}（{rule}）");
        messages.addMessage("role.INTAKE_CLERK", CHINESE, "受理员");
        when(limits.rule("INTAKE_CLERK")).thenThrow(Refusal.notFound("LIMIT_RULE_NOT_FOUND"));

        assertThat(texts.sentence("alert.raised", Map.of("kind", "X", "rule", "INTAKE_CLERK"), Map.of(), CHINESE))
                .isEqualTo("发出提醒：X（受理员）");
    }

    @Test
    void whatIsUnknownStaysReadable() {
        assertThat(texts.sentence("review.unheardOf", Map.of(), Map.of(), CHINESE))
                .isEqualTo("review.unheardOf");
        assertThat(texts.value("userId", "gone", CHINESE)).isEqualTo("gone");
        assertThat(texts.value("kind", null, CHINESE)).isEqualTo("—");
        assertThat(texts.value("items", List.of("A", "B"), CHINESE)).isEqualTo("A、B");
    }

    @Test
    void aPersonalValueComesBeforeAFactOfThatNameAndIsNeverAPattern() {
        assertThat(texts.sentence("casefile.keyDateSet", Map.of("on", "x"), Map.of("name", "$1\\{on}"), CHINESE))
                .isEqualTo("登记$1\\{on}：x");
    }
}
