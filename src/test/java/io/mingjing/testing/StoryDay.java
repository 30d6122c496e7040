package io.mingjing.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/** Sets the clock back to the story's first morning before each test class, and hands the engine's clock to its context. */
public class StoryDay implements TestExecutionListener {

    /** Monday, the first day of the story. */
    public static final Instant MORNING = LocalDateTime.of(2026, 3, 2, 9, 0)
            .atZone(ZoneId.of("Asia/Shanghai"))
            .toInstant();

    @Override
    public void beforeTestClass(TestContext test) {
        set(test.getApplicationContext(), MORNING);
    }

    /** Stands the clock at another instant for the rest of a test class. Nothing that falls due on the way happens. */
    public static void set(ApplicationContext context, Instant instant) {
        // On purpose not part of the module: only tests turn time back.
        Object hand = context.getBean("clockHand");
        ReflectionTestUtils.invokeMethod(context.getBean(Clock.class), "set", instant, false);
        ReflectionTestUtils.invokeMethod(hand, "remember");
        ReflectionTestUtils.invokeMethod(hand, "follow");
    }
}
