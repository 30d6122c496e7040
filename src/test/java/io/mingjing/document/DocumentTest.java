package io.mingjing.document;

import io.mingjing.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The module alone on the test server, see {@link DocumentStage}. Make your own cases and look only at them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DocumentStage.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = DocumentTest.OwnPlaces.class)
@ActiveProfiles("it")
@interface DocumentTest {

    /** A database and a folder of its own. */
    class OwnPlaces implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                TestPropertyValues.of(
                                "spring.datasource.url=" + TestDatabase.fresh(),
                                "mingjing.files=" + Files.createTempDirectory("mingjing-files"))
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
