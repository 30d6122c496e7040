package io.mingjing.alert;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where people reach the application: the address that is set, else this machine at the port that is served. */
@Component
class PublicAddress {

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** Without a slash at the end. Asked anew for each mail, for the port is known only once it is served. */
    String url() {
        String set = environment.getProperty("mingjing.public-url", "").strip();
        if (!set.isEmpty()) {
            return StringUtils.trimTrailingCharacter(set, '/');
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
