package io.mingjing.testing;

import io.mingjing.Mingjing;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole demonstration on a random port and H2 in memory, for stories told in Chromium. One context for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Browsers.class)
@SpringBootTest(
        classes = Mingjing.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mingjing.demo=true",
            "mingjing.driven-time.flowing=false",
            "mingjing.files=target/story-files",
            "mingjing.key-file=target/story-keys/personal.keys"
        })
@ContextConfiguration(initializers = FreshH2.class)
public @interface BrowserStory {}
