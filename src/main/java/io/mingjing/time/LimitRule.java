package io.mingjing.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the catalogue, in one of its versions.
 *
 * @param id stable id, such as {@code AR-INTAKE}
 * @param length in {@code unit}; null when the document sets it
 * @param leadLength length of the first leg of a chained limit; 0 for the others
 * @param unit what {@code length} and the extension are counted in
 * @param maxExtension in {@code unit}; 0 for none
 * @param extensionFree the organ or the document sets the extension; {@code maxExtension} says nothing then
 * @param article short citation as in DOMAIN.md, such as {@code L62.1}
 * @param basis citation for a Chinese letter
 * @param basisEn the same in English
 * @param startEvent what happens on day 0, Chinese
 * @param startEventEn the same in English
 * @param yellow the light is yellow from so many units before the due day; natural days for months and years
 * @param red the light is red once fewer than so many units are left; 0 means overdue
 * @param validFrom first start event under this version
 * @param validTo last start event under this version; null for the one in force
 * @param organId government to whose cases a local limit belongs; null for the limits of law
 */
public record LimitRule(
        String id,
        @Nullable Integer length,
        int leadLength,
        Method method,
        DayUnit unit,
        int maxExtension,
        boolean extensionFree,
        boolean pausable,
        String article,
        String basis,
        String basisEn,
        String meaning,
        String meaningEn,
        String startEvent,
        String startEventEn,
        OnLapse onLapse,
        int yellow,
        int red,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String organId) {

    /** What the ids of local limits begin with, so that none can ever stand in the place of a limit of law. */
    public static final String LOCAL_PREFIX = "LOCAL-";

    /** Whether a start event of that day falls under this version. */
    public boolean governs(LocalDate startEvent) {
        return !startEvent.isBefore(validFrom) && (validTo == null || !startEvent.isAfter(validTo));
    }

    public boolean setByDocument() {
        return method == Method.BY_DOCUMENT;
    }

    /** A limit that an organ added for its own cases. */
    public boolean local() {
        return organId != null;
    }

    /** The same version with another last day. */
    public LimitRule until(@Nullable LocalDate last) {
        return new LimitRule(
                id,
                length,
                leadLength,
                method,
                unit,
                maxExtension,
                extensionFree,
                pausable,
                article,
                basis,
                basisEn,
                meaning,
                meaningEn,
                startEvent,
                startEventEn,
                onLapse,
                yellow,
                red,
                validFrom,
                last,
                organId);
    }

    /** Which way the limit is counted from its event. */
    public Direction direction() {
        return method == Method.CLEAR_WORKING_DAYS_BEFORE ? Direction.BACKWARD : Direction.FORWARD;
    }
}
