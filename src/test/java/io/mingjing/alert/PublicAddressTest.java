package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    final MockEnvironment environment = new MockEnvironment();
    final PublicAddress address = new PublicAddress(environment);

    @Test
    void linksGoToThePortThatIsServedWhereNoAddressIsSet() {
        assertThat(address.url()).isEqualTo("http://localhost:8080");
        environment.setProperty("server.port", "0");
        environment.setProperty("local.server.port", "8097");
        assertThat(address.url()).isEqualTo("http://localhost:8097");
    }

    @Test
    void linksGoToTheAddressThatIsSet() {
        environment.setProperty("local.server.port", "8097");
        environment.setProperty("mingjing.public-url", "https://mingjing.example/");
        assertThat(address.url()).isEqualTo("https://mingjing.example");
    }
}
