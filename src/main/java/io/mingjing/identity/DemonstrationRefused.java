package io.mingjing.identity;

import java.io.Serial;

/** The demonstration was asked for on a database that may hold real cases. */
public class DemonstrationRefused extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    DemonstrationRefused() {
        super("mingjing.demo=true needs an H2 database");
    }
}
