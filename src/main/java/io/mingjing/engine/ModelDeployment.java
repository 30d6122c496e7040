package io.mingjing.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the models, forms and tables of each folder {@code bpmn/<area>/} into the engine when the application starts:
 * the whole folder as one deployment, so that what binds by deployment fits together; nothing if no file of it changed.
 * A form outside of our profile (bpmn/FORMS.md) stops the start.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private static final List<String> KINDS = List.of("bpmn", "form", "dmn");

    private final RepositoryService repository;
    private final FormReader forms;

    ModelDeployment(RepositoryService repository, FormReader forms) {
        this.repository = repository;
        this.forms = forms;
    }

    @Override
    public void afterSingletonsInstantiated() {
        folders().forEach(this::deploy);
    }

    private void deploy(String folder, Map<String, String> files) {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(folder)
                .source("mingjing")
                .enableDuplicateFiltering(false)
                // Makes the disappearance of a file a change, which the engine would not notice.
                .addString("files.txt", String.join("\n", files.keySet()));
        files.forEach(deployment::addString);
        String id = deployment.deploy().getId();
        LOG.info("Models of {} are deployment {} with {} files", folder, id, files.size());
    }

    /** Folder name → file name → text, both in alphabetical order. */
    private Map<String, Map<String, String>> folders() {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Resource file : files()) {
            String[] path = path(file).split("/");
            String name = path[path.length - 1];
            String folder = path[path.length - 2];
            String text = text(file);
            if (name.endsWith(".form")) {
                forms.read(text, folder + "/" + name, 0, problems);
            }
            folders.computeIfAbsent(folder, f -> new TreeMap<>()).put(name, text);
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "Forms outside of the profile in bpmn/FORMS.md:\n" + String.join("\n", problems));
        }
        return folders;
    }

    private static List<Resource> files() {
        List<Resource> files = new ArrayList<>();
        try {
            for (String kind : KINDS) {
                files.addAll(
                        List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/*." + kind)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String path(Resource file) {
        try {
            return file.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
