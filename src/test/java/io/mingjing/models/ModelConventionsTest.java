package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.models.Models.Model;
import io.mingjing.shared.Role;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

/** The conventions that every model keeps, so that code and pages can rely on them. */
class ModelConventionsTest {

    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.of(
            ReceiveTask.class,
            "receiveTask",
            StartEvent.class,
            "startEvent",
            EndEvent.class,
            "endEvent",
            BoundaryEvent.class,
            "event",
            UserTask.class,
            "userTask",
            ServiceTask.class,
            "serviceTask",
            ExclusiveGateway.class,
            "gateway",
            SubProcess.class,
            "subProcess");

    static Stream<Model> models() {
        return Models.models();
    }

    @Test
    void theThreeProcessesAreThere() {
        assertThat(models().map(model -> model.process().getId()))
                .contains("administrativeReview", "supervisionOrder", "recordReview");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsExecutableAndSaysHowLongItsHistoryLives(Model model) {
        assertThat(model.process().isExecutable()).isTrue();
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(kebab(model.process().getId()) + ".bpmn").isEqualTo(model.toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsTellKindAndIntent(Model model) {
        for (FlowNode node : nodes(model, FlowNode.class)) {
            String prefix = PREFIXES.entrySet().stream()
                    .filter(kind -> kind.getKey().isInstance(node))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a kind of node that no convention knows: " + node.getId()));
            assertThat(node.getId()).matches(prefix + "_[a-z][a-zA-Z]*");
        }
        assertThat(nodes(model, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).matches("flow_[a-z][a-zA-Z]*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskNamesOnePoolItsFormAndItsStage(Model model) {
        List<String> stages = stages(model);
        for (UserTask task : nodes(model, UserTask.class)) {
            Map<String, String> properties = Models.properties(task);
            assertThat(task.getName()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaCandidateGroupsList()).as(task.getId()).hasSize(1);
            Role pool = Role.valueOf(task.getCamundaCandidateGroupsList().get(0));
            assertThat(properties.containsKey("organ")).as(task.getId()).isEqualTo(pool == Role.ORGAN_CONTACT);
            assertThat(stages).as(task.getId()).contains(properties.get("stage"));
            assertForm(model, task, kebab(task.getId().replace("userTask_", "")));
        }
        assertThat(model.process().getChildElementsByType(StartEvent.class))
                .singleElement()
                .satisfies(start -> {
                    String form = start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
                    assertForm(model, start, form);
                    assertThat(stages).contains(Models.properties(start).get("stage"));
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTaskThatHandlesLettersSaysWhichAndHow(Model model) {
        for (UserTask task : nodes(model, UserTask.class)) {
            Map<String, String> properties = Models.properties(task);
            String act = properties.get("letterAct");
            assertThat(properties.containsKey("letters")).as(task.getId()).isEqualTo(act != null);
            if (act == null) {
                continue;
            }
            assertThat(act).as(task.getId()).isIn("draft", "approve", "issue", "serve");
            if (act.equals("approve")) {
                assertThat(properties.get("level"))
                        .as(task.getId())
                        .isEqualTo(task.getCamundaCandidateGroupsList().get(0));
            } else {
                assertThat(properties).as(task.getId()).doesNotContainKey("level");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskCallsABeanOfItsOwn(Model model) {
        List<String> beans = nodes(model, ServiceTask.class).stream()
                .map(ServiceTask::getCamundaDelegateExpression)
                .toList();
        assertThat(beans)
                .doesNotHaveDuplicates()
                .allSatisfy(bean -> assertThat(bean).matches("\\$\\{[a-z][a-zA-Z]*Task}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyBeanThatAServiceTaskCallsBelongsToTheArea(Model model) throws ClassNotFoundException {
        String area = "io.mingjing." + model.folder().getFileName() + ".process.";
        for (ServiceTask task : nodes(model, ServiceTask.class)) {
            String bean = task.getCamundaDelegateExpression().replaceAll("[${}]", "");
            Class<?> type = Class.forName(area + Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
            assertThat(type).isAssignableTo(JavaDelegate.class).hasAnnotation(Component.class);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLimitIsARuleOfTheCatalogueAndSaysWhereItStarts(Model model) throws IOException {
        Set<String> rules = rulesOfTheCatalogue();
        for (SubProcess scope : nodes(model, SubProcess.class)) {
            Map<String, String> properties = Models.properties(scope);
            if (scope.triggeredByEvent()) {
                assertThat(properties).as(scope.getId()).doesNotContainKey("limit");
                continue;
            }
            assertThat(rules).as(scope.getId()).contains(properties.get("limit"));
            assertThat(properties.get("limitStart")).as(scope.getId()).isNotBlank();
            assertThat(properties.entrySet().stream()
                            .filter(property -> property.getKey().startsWith("limit."))
                            .map(Map.Entry::getValue))
                    .as(scope.getId())
                    .allMatch(rules::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTimerStandsOnALimitAndAsksForItsDate(Model model) {
        for (BoundaryEvent event : nodes(model, BoundaryEvent.class)) {
            assertThat(event.getAttachedTo()).as(event.getId()).isInstanceOf(SubProcess.class);
            if (event.getEventDefinitions().stream().anyMatch(EscalationEventDefinition.class::isInstance)) {
                assertThat(event.cancelActivity()).as(event.getId()).isTrue();
                continue;
            }
            assertThat(event.getEventDefinitions())
                    .singleElement()
                    .isInstanceOfSatisfying(TimerEventDefinition.class, timer -> {
                        assertThat(timer.getTimeDate().getTextContent()).isEqualTo("${limitTimer.of(execution)}");
                        assertThat(timer.getTimeDuration()).isNull();
                        assertThat(timer.getTimeCycle()).isNull();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatHappensBesideAScopeBeginsWithAMessageAndInterruptsNothing(Model model) {
        for (SubProcess beside : nodes(model, SubProcess.class)) {
            if (!beside.triggeredByEvent()) {
                continue;
            }
            assertThat(beside.getChildElementsByType(StartEvent.class))
                    .singleElement()
                    .satisfies(start -> {
                        assertThat(start.isInterrupting()).isFalse();
                        assertThat(start.getEventDefinitions())
                                .singleElement()
                                .isInstanceOf(MessageEventDefinition.class);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTaskDatedFromOutsideNamesARuleOfItsModel(Model model) {
        List<String> rules = nodes(model, SubProcess.class).stream()
                .map(scope -> Models.properties(scope).getOrDefault("limit", ""))
                .toList();
        for (UserTask task : nodes(model, UserTask.class)) {
            String named = Models.properties(task).get("datedBy");
            assertThat(named == null || rules.contains(named)).as(task.getId()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aGatewayTestsOneVariableForOneCode(Model model) {
        for (ExclusiveGateway gateway : nodes(model, ExclusiveGateway.class)) {
            Collection<SequenceFlow> ways = gateway.getOutgoing();
            if (ways.size() == 1) {
                assertThat(ways.iterator().next().getConditionExpression()).isNull();
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).isNotBlank();
            assertThat(ways).allSatisfy(way -> {
                assertThat(way.getName()).as(way.getId()).isNotBlank();
                assertThat(way.getConditionExpression().getTextContent()).matches("\\$\\{[a-z][a-zA-Z]* == '[A-Z_]+'}");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Model model) {
        Set<String> drawn = nodes(model, BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        assertThat(nodes(model, FlowNode.class)).extracting(FlowNode::getId).allMatch(drawn::contains);
        Set<String> lines = nodes(model, BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .collect(Collectors.toSet());
        assertThat(nodes(model, SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .allMatch(lines::contains);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noShapeCoversAnotherAndNoLineRunsAskew(Model model) {
        List<BpmnShape> shapes = nodes(model, BpmnShape.class);
        List<String> faults = new ArrayList<>();
        for (BpmnShape one : shapes) {
            for (BpmnShape other : shapes) {
                if (one != other && meet(one.getBounds(), other.getBounds()) && !belong(one, other)) {
                    faults.add(one.getId() + " covers " + other.getId());
                }
            }
        }
        for (BpmnEdge edge : nodes(model, BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                if (!points.get(i - 1).getX().equals(points.get(i).getX())
                        && !points.get(i - 1).getY().equals(points.get(i).getY())) {
                    faults.add(edge.getId() + " is neither level nor upright");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNamesClassNamesNodesOfItsModel(Model model) throws ReflectiveOperationException {
        String id = model.process().getId();
        String own = Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Process";
        String names = "io.mingjing." + model.folder().getFileName() + ".process."
                + (id.equals("administrativeReview") ? "ReviewProcess" : own);
        assertNames(model, Class.forName(names));
    }

    private static void assertNames(Model model, Class<?> type) throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : type.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            names.add((String) field.get(null));
        }
        List<String> ids =
                nodes(model, FlowNode.class).stream().map(FlowNode::getId).toList();
        assertThat(names).contains(model.process().getId());
        assertThat(names.stream().filter(name -> name.contains("_"))).allMatch(ids::contains);
        assertThat(names)
                .containsAll(ids.stream()
                        .filter(id -> id.matches("(userTask|serviceTask|event|subProcess)_.*"))
                        .toList());
    }

    private static void assertForm(Model model, BaseElement node, String expected) {
        String camunda = "http://camunda.org/schema/1.0/bpmn";
        assertThat(node.getAttributeValueNs(camunda, "formRef"))
                .as(node.getId())
                .isEqualTo(expected);
        assertThat(node.getAttributeValueNs(camunda, "formRefBinding")).isEqualTo("deployment");
        assertThat(model.folder().resolve(expected + ".form")).exists();
    }

    private static boolean belong(BpmnShape one, BpmnShape other) {
        return contains(one, other) || contains(other, one) || sits(one, other) || sits(other, one);
    }

    private static boolean contains(BpmnShape outer, BpmnShape inner) {
        if (!(outer.getBpmnElement() instanceof SubProcess scope)) {
            return false;
        }
        for (var parent = inner.getBpmnElement().getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the event sits on the border of the host, or of something around it. */
    private static boolean sits(BpmnShape event, BpmnShape host) {
        return event.getBpmnElement() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host.getBpmnElement());
    }

    private static boolean meet(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static List<String> stages(Model model) {
        return Arrays.asList(
                Objects.requireNonNull(Models.properties(model.process()).get("stages"))
                        .split(","));
    }

    private static Set<String> rulesOfTheCatalogue() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql"))) {
            Path catalogue = files.filter(file -> file.toString().endsWith("__time_limit.sql"))
                    .findFirst()
                    .orElseThrow();
            return java.util.regex.Pattern.compile("\\('([A-Z0-9-]+)', '")
                    .matcher(Files.readString(catalogue))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> nodes(
            Model model, Class<T> kind) {
        return List.copyOf(model.bpmn().getModelElementsByType(kind));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
