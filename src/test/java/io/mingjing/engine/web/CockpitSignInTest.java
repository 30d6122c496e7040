package io.mingjing.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class CockpitSignInTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdministratorIsTakenOverByName() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN", "ROLE_AUDITOR"));

        assertThat(ask().isAuthenticated()).isTrue();
        assertThat(ask().getAuthenticatedUser()).isEqualTo("admin");
    }

    @Test
    void nobodyElseIs() {
        assertThat(ask().isAuthenticated()).isFalse();

        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("unit-head", "", "ROLE_UNIT_HEAD"));
        assertThat(ask().isAuthenticated()).isFalse();
    }

    private static AuthenticationResult ask() {
        return new CockpitSignIn().extractAuthenticatedUser(new MockHttpServletRequest(), mock(ProcessEngine.class));
    }
}
