package io.mingjing.review.web;

import io.mingjing.review.IntakeRegister;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked for in the register of applications; empty means anything. */
record RegisterForm(
        @Nullable String q,
        @Nullable String channel,
        @Nullable String actKind,
        @Nullable String adminField,
        @Nullable String acceptance,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate before,
        @Nullable String beforeId) {

    /** The options of the start form. */
    static final List<String> CHANNELS = List.of("COUNTER", "POST", "ONLINE", "ORAL", "VIA_ORGAN", "TRANSFER");

    static final List<String> ACT_KINDS = List.of(
            "PENALTY",
            "COERCION",
            "LICENCE",
            "EXPROPRIATION",
            "COMPENSATION",
            "CONFIRMATION",
            "WORK_INJURY",
            "AGREEMENT",
            "INFORMATION",
            "NON_PERFORMANCE",
            "PAYMENT",
            "OTHER");

    static final List<String> ADMIN_FIELDS = List.of(
            "NATURAL_RESOURCES",
            "PUBLIC_SECURITY",
            "HOUSING",
            "MARKET",
            "LABOUR",
            "URBAN_MANAGEMENT",
            "ECOLOGY",
            "TRANSPORT",
            "HEALTH",
            "EDUCATION",
            "AGRICULTURE",
            "CIVIL_AFFAIRS",
            "EMERGENCY",
            "TAX",
            "FINANCE",
            "JUSTICE",
            "TOWNSHIP",
            "OTHER");

    static final List<String> ACCEPTANCES =
            List.of("NONE", "ACCEPT", "DEEMED", "CORRECT", "REFUSE", "GIVEN_UP", "INFORMED");

    IntakeRegister.Query query() {
        return new IntakeRegister.Query(q, channel, actKind, adminField, acceptance, from, to, before, beforeId);
    }

    String url() {
        return address().encode().toUriString();
    }

    String after(IntakeRegister.Line last) {
        return address()
                .queryParam("before", last.receivedOn())
                .queryParam("beforeId", last.caseId())
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder address() {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/review/register");
        put(url, "q", q);
        put(url, "channel", channel);
        put(url, "actKind", actKind);
        put(url, "adminField", adminField);
        put(url, "acceptance", acceptance);
        put(url, "from", from);
        put(url, "to", to);
        return url;
    }

    static void put(UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            url.queryParam(name, value);
        }
    }
}
