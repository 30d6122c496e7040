package io.mingjing.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mingjing.engine.Field.Option;
import io.mingjing.engine.Field.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a Camunda Form by our profile of it (bpmn/FORMS.md) and names everything that stands outside. */
@Component
class FormReader {

    /** Longest text where the form names no {@code maxLength}. */
    private static final int LINE = 200;

    private static final int PAGE = 4_000;

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");

    private static final Set<String> FORM_ATTRIBUTES = Set.of(
            "schemaVersion",
            "id",
            "type",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "generator",
            "components");

    private static final Set<String> ALWAYS = Set.of("id", "type", "layout", "conditional", "properties");

    private static final Set<String> VALUED =
            Set.of("key", "label", "description", "validate", "defaultValue", "readonly");

    private static final Map<String, Set<String>> OWN_ATTRIBUTES = Map.ofEntries(
            Map.entry("textfield", Set.of("appearance")),
            Map.entry("textarea", Set.of()),
            Map.entry("number", Set.of("decimalDigits", "increment", "serializeToString", "appearance")),
            Map.entry("datetime", Set.of("subtype", "dateLabel")),
            Map.entry("checkbox", Set.of()),
            Map.entry("radio", Set.of("values")),
            Map.entry("select", Set.of("values", "searchable")),
            Map.entry("checklist", Set.of("values")),
            Map.entry("text", Set.of("text")),
            Map.entry("group", Set.of("components", "label", "showOutline", "key")),
            Map.entry("spacer", Set.of("height")),
            Map.entry("separator", Set.of()));

    private static final Set<String> VALIDATE =
            Set.of("required", "minLength", "maxLength", "pattern", "min", "max", "validationType");

    private static final Set<String> PROPERTIES =
            Set.of("variable", "keyDate", "letterField", "minDate", "maxDate", "notBefore", "picker", "paper");

    private final ObjectMapper json;
    private final Feel feel;

    FormReader(ObjectMapper json, Feel feel) {
        this.json = json;
        this.feel = feel;
    }

    /**
     * Reads a form.
     *
     * @param source what a complaint names as the place
     * @param problems gets one sentence per thing outside of the profile; what was read is of use only if it stays empty
     */
    Form read(String text, String source, int version, List<String> problems) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            problems.add(source + ": not JSON, " + e.getOriginalMessage());
            return new Form("", version, text, List.of());
        }
        Reading reading = new Reading(source, problems);
        reading.attributes("form", root, FORM_ATTRIBUTES, Set.of());
        reading.check("default".equals(root.path("type").asText()), "form", "type must be \"default\"");
        reading.check(root.path("components").isArray(), "form", "has no components");
        reading.components(root.path("components"), null);
        reading.references();
        return new Form(root.path("id").asText(), version, text, reading.fields);
    }

    private final class Reading {

        private final String source;
        private final List<String> problems;
        private final List<Field> fields = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();

        Reading(String source, List<String> problems) {
            this.source = source;
            this.problems = problems;
        }

        void check(boolean right, String component, String problem) {
            if (!right) {
                problems.add(source + ": " + component + " " + problem);
            }
        }

        void attributes(String component, JsonNode node, Set<String> known, Set<String> alsoKnown) {
            node.fieldNames()
                    .forEachRemaining(name -> check(
                            known.contains(name) || alsoKnown.contains(name),
                            component,
                            "has the unknown attribute " + name));
        }

        void components(JsonNode components, @Nullable String hiddenWith) {
            for (JsonNode component : components) {
                String type = component.path("type").asText();
                String name = component.path("key").asText(component.path("id").asText("?"));
                Set<String> own = OWN_ATTRIBUTES.get(type);
                if (own == null) {
                    problems.add(source + ": " + name + " has the unknown type " + type);
                    continue;
                }
                boolean valued = !Set.of("text", "group", "spacer", "separator").contains(type);
                Set<String> known = new HashSet<>(ALWAYS);
                known.addAll(own);
                attributes(name, component, known, valued ? VALUED : Set.of());
                attributes(name, component.path("conditional"), Set.of("hide"), Set.of());
                String hide = hide(name, component, hiddenWith);
                switch (type) {
                    case "group" -> components(component.path("components"), hide);
                    case "text" -> fields.add(note(component, name, hide));
                    case "spacer", "separator" -> {}
                    default -> fields.add(field(component, name, type, hide));
                }
            }
        }

        private @Nullable String hide(String name, JsonNode component, @Nullable String hiddenWith) {
            String hide = component.path("conditional").path("hide").asText("");
            if (hide.isEmpty()) {
                return hiddenWith;
            }
            check(hide.startsWith("="), name, "conditional.hide must begin with =");
            String expression = hide.substring(hide.startsWith("=") ? 1 : 0).strip();
            feel.problem(expression).ifPresent(problem -> check(false, name, "conditional.hide: " + problem));
            return hiddenWith == null ? expression : "(" + hiddenWith + ") or (" + expression + ")";
        }

        private Field note(JsonNode component, String name, @Nullable String hide) {
            String text = component.path("text").asText("");
            check(!text.isBlank(), name, "has no text");
            check(!text.startsWith("="), name, "text must be plain, not an expression");
            return new Field(
                    name, Type.NOTE, text, null, false, null, null, null, null, null, List.of(), hide, null, Map.of(),
                    false, null);
        }

        private Field field(JsonNode component, String name, String type, @Nullable String hide) {
            check(KEY.matcher(name).matches(), name, "needs a key in lowerCamelCase");
            check(keys.add(name), name, "stands twice");
            boolean date = type.equals("datetime");
            String label = component
                    .path(date ? "dateLabel" : "label")
                    .asText(component.path("label").asText(""));
            check(!label.isBlank(), name, "has no label");
            check(!date || component.path("subtype").asText().equals("date"), name, "must be of subtype date");
            JsonNode validate = component.path("validate");
            attributes(name, validate, VALIDATE, Set.of());
            check(
                    validate.path("validationType").asText("custom").equals("custom"),
                    name,
                    "validationType must be custom");
            Map<String, String> properties = properties(name, component.path("properties"));
            boolean text = type.equals("textfield") || type.equals("textarea");
            boolean number = type.equals("number");
            only(text, name, validate, "minLength", "maxLength", "pattern");
            only(number, name, validate, "min", "max");
            check(date || !properties.containsKey("keyDate"), name, "keyDate belongs to dates");
            check(
                    date || Set.of("minDate", "maxDate", "notBefore").stream().noneMatch(properties::containsKey),
                    name,
                    "minDate, maxDate and notBefore belong to dates");
            List<Option> options = options(name, type, component.path("values"));
            Field field = new Field(
                    name,
                    type(type),
                    label,
                    component.path("description").asText(null),
                    flag(name, validate, "required"),
                    whole(name, validate, "minLength"),
                    text ? maxLength(name, validate, type.equals("textfield") ? LINE : PAGE) : null,
                    pattern(name, validate),
                    decimal(name, validate, "min"),
                    decimal(name, validate, "max"),
                    options,
                    hide,
                    defaultValue(name, type, component.path("defaultValue"), options),
                    properties,
                    flag(name, component, "readonly"),
                    number ? decimals(name, component) : null);
            check(!field.required() || !field.readOnly(), name, "cannot be required and readonly");
            return field;
        }

        private void only(boolean allowed, String name, JsonNode validate, String... attributes) {
            for (String attribute : attributes) {
                check(allowed || !validate.has(attribute), name, "cannot have validate." + attribute);
            }
        }

        private Map<String, String> properties(String name, JsonNode node) {
            Map<String, String> properties = new LinkedHashMap<>();
            node.fields().forEachRemaining(entry -> {
                check(PROPERTIES.contains(entry.getKey()), name, "has the unknown property " + entry.getKey());
                check(entry.getValue().isTextual(), name, "property " + entry.getKey() + " must be a text");
                properties.put(entry.getKey(), entry.getValue().asText());
            });
            return properties;
        }

        private List<Option> options(String name, String type, JsonNode values) {
            List<Option> options = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (JsonNode value : values) {
                attributes(name, value, Set.of("value", "label"), Set.of());
                String code = value.path("value").asText("");
                check(!code.isEmpty() && value.path("value").isTextual(), name, "has an option without a value");
                check(!value.path("label").asText("").isBlank(), name, "has an option without a label");
                check(seen.add(code), name, "has the option " + code + " twice");
                options.add(new Option(code, value.path("label").asText("")));
            }
            boolean choice = Set.of("radio", "select", "checklist").contains(type);
            check(!choice || !options.isEmpty(), name, "has no options");
            return options;
        }

        private boolean flag(String name, JsonNode node, String attribute) {
            JsonNode value = node.path(attribute);
            check(value.isMissingNode() || value.isBoolean(), name, attribute + " must be true or false");
            return value.asBoolean(false);
        }

        private @Nullable Integer whole(String name, JsonNode node, String attribute) {
            BigDecimal value = decimal(name, node, attribute);
            if (value == null) {
                return null;
            }
            boolean whole = value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0 && value.precision() < 9;
            check(whole, name, attribute + " must be a whole number");
            return value.intValue();
        }

        private int maxLength(String name, JsonNode validate, int otherwise) {
            Integer length = whole(name, validate, "maxLength");
            return length == null ? otherwise : length;
        }

        private int decimals(String name, JsonNode component) {
            Integer digits = whole(name, component, "decimalDigits");
            return digits == null ? 0 : digits;
        }

        /** The editor writes numbers as numbers or as texts. */
        private @Nullable BigDecimal decimal(String name, JsonNode node, String attribute) {
            JsonNode value = node.path(attribute);
            if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
                return null;
            }
            try {
                return new BigDecimal(value.asText());
            } catch (NumberFormatException e) {
                check(false, name, attribute + " must be a number");
                return null;
            }
        }

        private @Nullable String pattern(String name, JsonNode validate) {
            String pattern = validate.path("pattern").asText("");
            if (pattern.isEmpty()) {
                return null;
            }
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                check(false, name, "pattern: " + e.getDescription());
            }
            return pattern;
        }

        private @Nullable Object defaultValue(String name, String type, JsonNode value, List<Option> options) {
            if (value instanceof MissingNode || value.isNull()) {
                return null;
            }
            List<String> codes = options.stream().map(Option::value).toList();
            switch (type) {
                case "checkbox":
                    check(value.isBoolean(), name, "defaultValue must be true or false");
                    return value.asBoolean();
                case "checklist":
                    List<String> chosen = new ArrayList<>();
                    value.forEach(each -> chosen.add(each.asText()));
                    check(value.isArray() && codes.containsAll(chosen), name, "defaultValue must list options");
                    return chosen;
                case "radio", "select":
                    check(codes.contains(value.asText()), name, "defaultValue must be an option");
                    return value.asText();
                case "number":
                    check(value.isNumber(), name, "defaultValue must be a number");
                    return value.isNumber() ? value.decimalValue() : null;
                default:
                    check(
                            value.isTextual() && !value.asText().startsWith("="),
                            name,
                            "defaultValue must be a plain text");
                    return value.asText();
            }
        }

        /** Dates may be bounded by today or by another date of the form. */
        void references() {
            Set<String> dates = new HashSet<>(Set.of("today"));
            fields.stream()
                    .filter(field -> field.type() == Type.DATE)
                    .map(Field::key)
                    .forEach(dates::add);
            for (Field field : fields) {
                for (String bound : List.of("minDate", "maxDate")) {
                    String value = field.properties().get(bound);
                    check(
                            value == null || dates.contains(value),
                            field.key(),
                            bound + " must be today or the key of a date of this form");
                }
            }
        }
    }

    private static Type type(String component) {
        return switch (component) {
            case "textfield" -> Type.TEXT;
            case "textarea" -> Type.TEXTAREA;
            case "number" -> Type.NUMBER;
            case "datetime" -> Type.DATE;
            case "checkbox" -> Type.CHECKBOX;
            case "radio" -> Type.RADIO;
            case "select" -> Type.SELECT;
            case "checklist" -> Type.CHECKLIST;
            default -> throw new IllegalArgumentException(component);
        };
    }
}
