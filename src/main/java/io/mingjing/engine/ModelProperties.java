package io.mingjing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** The extension properties ({@code camunda:properties}) of a model's nodes, kept on the parsed node. */
final class ModelProperties {

    /** Rule id of the statutory limit that a sub-process spans. */
    static final String LIMIT = "limit";

    /** With a code of the variable {@value #PROCEDURE} behind the dot: the rule that takes the place of {@value #LIMIT} there. */
    static final String LIMIT_UNDER = "limit.";

    /** The variable that says under which procedure a case is handled. */
    static final String PROCEDURE = "procedure";

    /** Name of the key date from which that limit runs. */
    static final String LIMIT_START = "limitStart";

    /** Rule id of the limit that dates a task which stands outside of the limit's sub-process. */
    static final String DATED_BY = "datedBy";

    private static final String KEPT = "mingjing.properties";

    private ModelProperties() {}

    /** Reads them from the XML and keeps them on the node. */
    static Map<String, String> keep(Element element, ActivityImpl activity) {
        Map<String, String> properties = read(element);
        activity.setProperty(KEPT, properties);
        return properties;
    }

    private static Map<String, String> read(Element element) {
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        Map<String, String> read = new LinkedHashMap<>();
        if (properties != null) {
            for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                read.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return Collections.unmodifiableMap(read);
    }

    /** What {@link #keep} kept; empty for nodes that were never kept. */
    @SuppressWarnings("unchecked")
    static Map<String, String> of(ScopeImpl node) {
        Object kept = node.getProperty(KEPT);
        return kept == null ? Map.of() : (Map<String, String>) kept;
    }

    /** The rules of the limit sub-processes around the node, innermost first; only the one that it names, if it names one. */
    static List<String> limitsAround(ActivityImpl node) {
        String named = of(node).get(DATED_BY);
        if (named != null) {
            return List.of(named);
        }
        List<String> rules = new ArrayList<>();
        for (ScopeImpl scope = node.getFlowScope(); scope instanceof ActivityImpl; scope = flowScope(scope)) {
            Map<String, String> properties = of(scope);
            String rule = properties.get(LIMIT);
            if (rule != null) {
                rules.add(rule);
                properties.forEach((name, other) -> {
                    if (name.startsWith(LIMIT_UNDER)) {
                        rules.add(other);
                    }
                });
            }
        }
        return rules;
    }

    /** The rule of the limit that a sub-process with these properties spans under that procedure. */
    static String ruleUnder(@Nullable Object procedure, Map<String, String> properties) {
        return properties.getOrDefault(LIMIT_UNDER + procedure, properties.getOrDefault(LIMIT, ""));
    }

    /** The node itself, or the nearest sub-process around it, that spans a limit. */
    static @Nullable ActivityImpl limitScope(@Nullable ScopeImpl node) {
        for (ScopeImpl scope = node; scope instanceof ActivityImpl activity; scope = flowScope(scope)) {
            if (of(activity).containsKey(LIMIT)) {
                return activity;
            }
        }
        return null;
    }

    private static @Nullable ScopeImpl flowScope(ScopeImpl scope) {
        return scope instanceof ActivityImpl activity ? activity.getFlowScope() : null;
    }
}
