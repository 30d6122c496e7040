package io.mingjing;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the terminal where to go, once the application serves. */
@Component
class StartNotice {

    private final Environment environment;

    StartNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
            int port = web.getWebServer().getPort();
            String url = environment.getProperty("mingjing.public-url", "http://localhost:" + port + "/");
            PrintStream terminal = System.out;
            terminal.println();
            terminal.println("明镜已就绪，请用浏览器打开 " + url);
            terminal.println("Mingjing is ready, open " + url);
            terminal.println();
        }
    }
}
