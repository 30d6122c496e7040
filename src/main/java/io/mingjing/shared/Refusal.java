package io.mingjing.shared;

import java.util.List;

/**
 * The system declines an act and says why. The text is {@code refusal.<code>} in the message bundles, filled with the
 * arguments, so that the reader gets it in their own language. A refusal is an answer, not a fault: it is never logged as
 * an error and rolls the act back whole.
 */
public class Refusal extends RuntimeException {

    /** What kind of answer this is; decides the HTTP status. */
    public enum Kind {
        /** The input itself is wrong. */
        INVALID(422),
        /** The state, or somebody else, was first. */
        CONFLICT(409),
        /** This person may not. */
        FORBIDDEN(403),
        /** There is nothing here that this person may see. */
        NOT_FOUND(404);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The status of HTTP. */
        public int status() {
            return status;
        }
    }

    /**
     * One complaint about one field.
     *
     * @param field id of the form field
     * @param code message code, text under {@code field.<code>}
     * @param args arguments of that text
     */
    public record FieldError(String field, String code, List<Object> args) {
        public FieldError {
            args = List.copyOf(args);
        }

        public static FieldError of(String field, String code, Object... args) {
            return new FieldError(field, code, List.of(args));
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<FieldError> errors;

    private Refusal(Kind kind, String code, List<Object> args, List<FieldError> errors) {
        super(code + " " + args + (errors.isEmpty() ? "" : " " + errors));
        this.kind = kind;
        this.code = code;
        this.args = List.copyOf(args);
        this.errors = List.copyOf(errors);
    }

    public static Refusal invalid(String code, Object... args) {
        return new Refusal(Kind.INVALID, code, List.of(args), List.of());
    }

    public static Refusal conflict(String code, Object... args) {
        return new Refusal(Kind.CONFLICT, code, List.of(args), List.of());
    }

    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, code, List.of(args), List.of());
    }

    public static Refusal notFound(String code, Object... args) {
        return new Refusal(Kind.NOT_FOUND, code, List.of(args), List.of());
    }

    /** The form as a whole is refused; the errors name the fields. */
    public static Refusal fields(List<FieldError> errors) {
        return new Refusal(Kind.INVALID, "FIELDS", List.of(), errors);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
