package io.mingjing.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads what lies in {@code bpmn/}. */
final class Models {

    static final Path ROOT = Path.of("bpmn");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    /** The folder of the area and the model, of each model. */
    record Model(Path folder, Path file, BpmnModelInstance bpmn) {

        Process process() {
            return bpmn.getModelElementsByType(Process.class).iterator().next();
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    record Form(Path folder, String fileName, JsonNode json) {

        String id() {
            return json.get("id").asText();
        }

        List<JsonNode> components() {
            return Stream.iterate(0, i -> i < json.get("components").size(), i -> i + 1)
                    .map(i -> json.get("components").get(i))
                    .toList();
        }

        @Override
        public String toString() {
            return fileName;
        }
    }

    /** Each read once for all tests, which look and change nothing. */
    private static final class Kept {

        static final List<Model> MODELS = files(".bpmn")
                .map(file -> new Model(
                        Objects.requireNonNull(file.getParent()), file, Bpmn.readModelFromFile(file.toFile())))
                .toList();
        static final List<Form> FORMS = files(".form").map(Models::form).toList();
    }

    static Stream<Model> models() {
        return Kept.MODELS.stream();
    }

    static Stream<Form> forms() {
        return Kept.FORMS.stream();
    }

    private static Form form(Path file) {
        try {
            return new Form(
                    Objects.requireNonNull(file.getParent()),
                    file.getFileName().toString(),
                    JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> texts(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** The extension properties of a node. */
    static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(list -> list.getCamundaProperties().stream())
                    .forEach((CamundaProperty p) -> properties.put(p.getCamundaName(), p.getCamundaValue()));
        }
        return properties;
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
