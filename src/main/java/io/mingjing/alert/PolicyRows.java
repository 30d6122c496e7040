package io.mingjing.alert;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The rows of the policy table as they are written: what can reach whom at all, whatever the case. Asking the table for
 * every area and every limit would answer the same and take a thousand times as long.
 */
@Component
class PolicyRows {

    private static final String TABLE = "bpmn/alert/alert-policy.dmn";

    private final List<Reach> rows;

    PolicyRows() {
        rows = read();
    }

    /** A kind of alert reaches a relation by a way, somewhere in the policy. */
    record Reach(AlertKind kind, Relation relation, Way way, boolean statutory) {}

    List<Reach> rows() {
        return rows;
    }

    private static List<Reach> read() {
        Document table = parse();
        List<String> inputs = names(table, "input", "camunda:inputVariable");
        List<String> outputs = names(table, "output", "name");
        List<Reach> found = new ArrayList<>();
        NodeList rules = table.getElementsByTagName("rule");
        for (int i = 0; i < rules.getLength(); i++) {
            Element rule = (Element) rules.item(i);
            List<String> in = cells(rule, "inputEntry");
            List<String> out = cells(rule, "outputEntry");
            for (AlertKind kind : kinds(in.get(inputs.indexOf("kind")))) {
                found.add(new Reach(
                        kind,
                        Relation.valueOf(code(out.get(outputs.indexOf("receiver")))),
                        Way.valueOf(code(out.get(outputs.indexOf("way")))),
                        code(out.get(outputs.indexOf("statutory"))).equals("true")));
            }
        }
        return List.copyOf(found);
    }

    /** An empty cell stands for every kind. */
    private static Set<AlertKind> kinds(String cell) {
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        for (AlertKind kind : AlertKind.values()) {
            if (cell.isEmpty() || cell.contains("\"" + kind + "\"")) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static String code(String cell) {
        return cell.replace("\"", "");
    }

    private static List<String> names(Document table, String element, String attribute) {
        List<String> names = new ArrayList<>();
        NodeList columns = table.getElementsByTagName(element);
        for (int i = 0; i < columns.getLength(); i++) {
            names.add(((Element) columns.item(i)).getAttribute(attribute));
        }
        return names;
    }

    private static List<String> cells(Element rule, String element) {
        List<String> cells = new ArrayList<>();
        NodeList entries = rule.getElementsByTagName(element);
        for (int i = 0; i < entries.getLength(); i++) {
            cells.add(entries.item(i).getTextContent().strip());
        }
        return cells;
    }

    private static Document parse() {
        try (InputStream in = new ClassPathResource(TABLE).getInputStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(TABLE + " cannot be read", e);
        }
    }
}
