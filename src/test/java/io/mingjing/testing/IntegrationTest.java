package io.mingjing.testing;

import io.mingjing.Mingjing;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole application on a random port and a fresh database of the test server (see {@link TestDatabase}). Time is
 * driven and stands at 2026-03-02T09:00 Asia/Shanghai at the begin of each test class; nothing runs by schedule: call
 * {@code CatchUp.runDue()} or {@code Timekeeper.advanceTo(..)}. Classes with the same configuration share one context
 * and one database, so make your own cases and look only at them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Mingjing.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDatabase.class)
@ActiveProfiles("it")
@TestExecutionListeners(listeners = StoryDay.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntegrationTest {}
