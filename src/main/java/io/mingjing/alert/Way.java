package io.mingjing.alert;

/** How an alert reaches its receiver; the codes of the policy table. */
enum Way {
    APP,
    MAIL,
    BOTH;

    Way and(Way other) {
        return this == other ? this : BOTH;
    }

    boolean app() {
        return this != MAIL;
    }

    boolean mail() {
        return this != APP;
    }
}
