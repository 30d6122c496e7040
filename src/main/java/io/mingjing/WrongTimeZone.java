package io.mingjing;

/** The JVM counts days in another zone than the law. */
class WrongTimeZone extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongTimeZone(String zone) {
        super(zone);
    }
}
