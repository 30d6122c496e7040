package io.mingjing.identity.web;

import io.mingjing.identity.People;
import io.mingjing.identity.SignIns;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may reach which address. What an address does is checked again by the service behind it. All paths are matched as
 * path patterns: string matchers would ask Spring MVC, which does not know the engine's own servlets under /camunda.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    /** Nothing inline, nothing from elsewhere, no frame around us, no form to elsewhere. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    private final boolean hsts;

    SecurityChains(@Value("${mingjing.hsts:false}") boolean hsts) {
        this.hsts = hsts;
    }

    /** The only manager; without a parent, so that a wrong try is counted once. */
    @Bean
    AuthenticationManager authenticationManager(SignIns signIns, People people) {
        return new ProviderManager(new PasswordSignIn(signIns, people));
    }

    /** Machines: HTTP Basic, no session, no cookie, and so no forged request to fear. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AuthenticationManager manager, ApiProblems problems) throws Exception {
        headers(http);
        return http.securityMatcher(path("/api/**"))
                .authenticationManager(manager)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorised))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems::unauthorised)
                        .accessDeniedHandler((request, response, why) -> problems.forbidden(request, response)))
                .addFilterBefore(
                        new MustChangePassword(request -> false, problems::mustChangePassword),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Operations and the API's description: a session or HTTP Basic, reading only. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http, AuthenticationManager manager, ApiProblems problems)
            throws Exception {
        headers(http);
        return http.securityMatcher(paths("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"))
                .authenticationManager(manager)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorised))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems::unauthorised)
                        .accessDeniedHandler((request, response, why) -> problems.forbidden(request, response)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(paths("/actuator/health", "/actuator/health/**"))
                                .permitAll()
                                .requestMatchers(path("/actuator/**"))
                                .hasRole("ADMIN")
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /**
     * The engine's cockpit for administrators. Its own filter guards against forged requests; its task list, user
     * administration and start page stay shut, as the engine knows no users.
     */
    @Bean
    @Order(3)
    SecurityFilterChain cockpit(HttpSecurity http, AuthenticationManager manager) throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authenticationManager(manager)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entryPoint()).accessDeniedHandler(pageDenied()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.GET, "/camunda/api/admin/auth/user/default"))
                        .hasRole("ADMIN")
                        .requestMatchers(paths(
                                "/camunda/app/tasklist/**",
                                "/camunda/app/admin/**",
                                "/camunda/app/welcome/**",
                                "/camunda/api/tasklist/**",
                                "/camunda/api/welcome/**",
                                "/camunda/api/admin/**"))
                        .denyAll()
                        .anyRequest()
                        .hasRole("ADMIN"))
                .build();
    }

    /** People: sign-in by form, session, token against forged requests. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager manager, PageSignIn pageSignIn, SignIns signIns)
            throws Exception {
        headers(http);
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setRequestMatcher(request -> "GET".equals(request.getMethod()) && !Htmx.asks(request));
        return http.authenticationManager(manager)
                .requestCache(cache -> cache.requestCache(asked))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
                .formLogin(form ->
                        form.loginPage("/login").successHandler(pageSignIn).failureHandler(pageSignIn))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler((request, response, authentication) -> ended(signIns, authentication))
                        .logoutSuccessUrl("/login?signedOut"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entryPoint()).accessDeniedHandler(pageDenied()))
                .addFilterBefore(
                        new MustChangePassword(
                                paths(
                                        "/password",
                                        "/logout",
                                        "/language",
                                        "/login",
                                        "/login-box",
                                        "/error",
                                        "/app/**",
                                        "/webjars/**"),
                                SecurityChains::toPasswordPage),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(paths(
                                "/login",
                                "/login-box",
                                "/language",
                                "/error",
                                "/portal",
                                "/portal/**",
                                "/app/**",
                                "/webjars/**",
                                "/favicon.ico"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            if (hsts) {
                headers.httpStrictTransportSecurity(Customizer.withDefaults());
            } else {
                headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
            }
        });
    }

    private static void ended(SignIns signIns, @Nullable Authentication authentication) {
        if (authentication != null) {
            signIns.ended(authentication.getName());
        }
    }

    private static void toPasswordPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = request.getContextPath() + "/password";
        if (Htmx.asks(request)) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(page);
        }
    }

    /** A part of a page gets 401, upon which the page opens the sign-in box; a whole page goes to the sign-in page. */
    private static AuthenticationEntryPoint entryPoint() {
        LoginUrlAuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, why) -> {
            if (Htmx.asks(request) || "/live".equals(request.getServletPath())) {
                unauthorisedPart(response);
            } else {
                toLogin.commence(request, response, why);
            }
        };
    }

    /**
     * Without a session a part of a page fails at the forgery check first: that is 401, not 403. An ordinary form whose
     * session ended goes back to the sign-in page for the same reason.
     */
    private static AccessDeniedHandler pageDenied() {
        return (request, response, why) -> {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            boolean anonymous = authentication == null || authentication instanceof AnonymousAuthenticationToken;
            if (anonymous && Htmx.asks(request)) {
                unauthorisedPart(response);
            } else if (anonymous && "/logout".equals(request.getServletPath())) {
                response.sendRedirect(request.getContextPath() + "/login?signedOut");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        };
    }

    private static void unauthorisedPart(HttpServletResponse response) {
        response.setHeader("HX-Reswap", "none");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(
                Arrays.stream(patterns).map(SecurityChains::path).toList());
    }
}
