package io.mingjing.inspection;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The stages that a model declares in its extension properties: {@code stages} on the process gives their order,
 * {@code stage} on a task or sub-process says which one it belongs to; what stands in a sub-process inherits from it.
 */
record StageMap(List<String> stages, Map<String, String> ofActivity) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static StageMap of(String xml, String processKey) {
        NodeList all = parse(xml).getElementsByTagNameNS(BPMN, "process");
        for (int i = 0; i < all.getLength(); i++) {
            Element process = (Element) all.item(i);
            if (process.getAttribute("id").equals(processKey)) {
                Map<String, String> ofActivity = new HashMap<>();
                collect(process, null, ofActivity);
                String order = property(process, "stages");
                List<String> stages = order == null ? List.of() : Arrays.asList(order.split("\\s*,\\s*"));
                return new StageMap(stages, Collections.unmodifiableMap(ofActivity));
            }
        }
        return new StageMap(List.of(), Map.of());
    }

    private static void collect(Element parent, @Nullable String inherited, Map<String, String> found) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && element.hasAttribute("id")
                    && BPMN.equals(element.getNamespaceURI())) {
                String own = property(element, "stage");
                String stage = own == null ? inherited : own;
                if (stage != null) {
                    found.put(element.getAttribute("id"), stage);
                }
                collect(element, stage, found);
            }
        }
    }

    /** A property of the element itself, not of what stands inside it. */
    private static @Nullable String property(Element element, String name) {
        Element extensions = child(element, BPMN, "extensionElements");
        Element properties = extensions == null ? null : child(extensions, CAMUNDA, "properties");
        for (Node node = properties == null ? null : properties.getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element property
                    && property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return null;
    }

    private static @Nullable Element child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException("the engine gave a model that cannot be read", unreadable);
        }
    }
}
