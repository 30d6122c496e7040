package io.mingjing.engine.web;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** The stock filter would look the user up in the engine's own tables, where nobody is. */
class CockpitFilter extends ContainerBasedAuthenticationFilter {

    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String user, @Nullable List<String> groups, @Nullable List<String> tenants) {
        UserAuthentication authentication = new UserAuthentication(user, engine.getName());
        authentication.setGroupIds(List.of());
        authentication.setTenantIds(List.of());
        authentication.setAuthorizedApps(Set.of("cockpit"));
        return authentication;
    }
}
