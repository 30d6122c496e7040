package io.mingjing.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list that cannot be read. A page shows them as they were typed, with a sentence each, and no rows: the
 * rows under the other filters would not be what was asked for.
 */
public final class WrongFilters {

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param text what was typed: a text, or several under one name */
    public void add(String name, @Nullable Object text) {
        String said = text instanceof Object[] several ? Arrays.toString(several) : String.valueOf(text);
        if (typed.putIfAbsent(name, said) == null) {
            refusals.add(Refusal.invalid("BAD_FILTER", said));
        }
    }

    /** What else is wrong with the input, such as the cursor; any other refusal goes on. */
    public void add(Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
            throw refusal;
        }
        refusals.add(refusal);
    }

    /** The day, if every database can compare it; a year of five digits is a slip of the keyboard. */
    public @Nullable LocalDate day(String name, @Nullable LocalDate day) {
        if (day != null && !StorableDays.contain(day)) {
            add(name, day);
            return null;
        }
        return day;
    }

    public boolean isEmpty() {
        return refusals.isEmpty();
    }

    /** What was typed, by the name of the filter. */
    public Map<String, String> typed() {
        return typed;
    }

    public List<String> sentences(RefusalTexts texts, Locale locale) {
        return refusals.stream().map(refusal -> texts.of(refusal, locale)).toList();
    }

    /** Refused: what came first. */
    public void refuse() {
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }
}
