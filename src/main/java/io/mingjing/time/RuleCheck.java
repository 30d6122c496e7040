package io.mingjing.time;

import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the fields of a limit agree with each other: each complaint names its field. */
final class RuleCheck {

    private static final int LONGEST = 3650;
    private static final Pattern STATUTORY = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
    private static final Pattern LOCAL = Pattern.compile(LimitRule.LOCAL_PREFIX + "[A-Z0-9]+(-[A-Z0-9]+)*");
    /** The narrowest column that holds an id. */
    private static final int LONGEST_ID = 32;

    private final LimitRule rule;
    private final List<FieldError> errors = new ArrayList<>();

    private RuleCheck(LimitRule rule) {
        this.rule = rule;
    }

    static List<FieldError> of(LimitRule rule) {
        RuleCheck check = new RuleCheck(rule);
        check.id();
        check.lengths();
        check.lights();
        check.texts();
        LocalDate last = rule.validTo();
        if (last != null && last.isBefore(rule.validFrom())) {
            check.errors.add(
                    FieldError.of("validTo", "DATE_TOO_EARLY", rule.validFrom().toString()));
        }
        return check.errors;
    }

    private void id() {
        boolean local = rule.id().startsWith(LimitRule.LOCAL_PREFIX);
        boolean formed = (rule.local() ? LOCAL : STATUTORY).matcher(rule.id()).matches()
                && rule.id().length() <= LONGEST_ID;
        if (!formed || local != rule.local()) {
            errors.add(FieldError.of("ruleId", rule.local() ? "LOCAL_LIMIT_ID" : "LIMIT_ID"));
        }
    }

    private void lengths() {
        Integer length = rule.length();
        if (rule.setByDocument()) {
            if (length != null) {
                errors.add(FieldError.of("length", "LENGTH_BY_DOCUMENT"));
            }
        } else if (length == null) {
            errors.add(FieldError.of("length", "REQUIRED"));
        } else {
            range("length", length, 1);
        }
        if (rule.method().chained()) {
            range("leadLength", rule.leadLength(), 1);
        } else if (rule.leadLength() != 0) {
            errors.add(FieldError.of("leadLength", "NO_LEAD"));
        }
        range("maxExtension", rule.maxExtension(), 0);
        if (rule.extensionFree() && rule.maxExtension() != 0) {
            errors.add(FieldError.of("maxExtension", "EXTENSION_FREE"));
        }
        if (rule.direction() == Direction.BACKWARD
                && (rule.pausable() || rule.extensionFree() || rule.maxExtension() > 0)) {
            errors.add(FieldError.of("method", "BACKWARD_STANDS"));
        }
        if (rule.unit() != rule.method().unit()) {
            errors.add(FieldError.of("method", "NOT_AN_OPTION"));
        }
    }

    private void lights() {
        range("yellow", rule.yellow(), 0);
        range("red", rule.red(), 0);
        if (rule.red() > rule.yellow()) {
            errors.add(FieldError.of("red", "RED_AFTER_YELLOW"));
        }
        Integer length = rule.length();
        boolean days = rule.unit() == DayUnit.WORKING_DAY || rule.unit() == DayUnit.NATURAL_DAY;
        if (length != null && days && rule.yellow() > length) {
            errors.add(FieldError.of("yellow", "TOO_LARGE", length));
        }
    }

    private void texts() {
        text("article", rule.article(), 60);
        text("basis", rule.basis(), 200);
        text("basisEn", rule.basisEn(), 200);
        text("meaning", rule.meaning(), 200);
        text("meaningEn", rule.meaningEn(), 200);
        text("startEvent", rule.startEvent(), 120);
        text("startEventEn", rule.startEventEn(), 120);
    }

    private void text(String field, String value, int most) {
        if (value.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (value.length() > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most, value.length()));
        }
    }

    private void range(String field, int value, int least) {
        if (value < least) {
            errors.add(FieldError.of(field, "TOO_SMALL", least));
        } else if (value > LONGEST) {
            errors.add(FieldError.of(field, "TOO_LARGE", LONGEST));
        }
    }
}
