package io.mingjing.identity.web;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions lie in {@code web_session}: they survive a restart and serve every node. The statements that touch attributes
 * are given here, since the library appends {@code _ATTRIBUTES} to the table's name in capitals, and MySQL on Linux tells
 * capitals from small letters.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

    private static final String SELECT = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                   a.attribute_name, a.attribute_bytes
            from web_session s
            left join web_session_attribute a on a.session_primary_id = s.primary_id
            """;

    /** Two requests of one page may write the same attribute at once; the later one wins on every database of ours. */
    private static final String INSERT_ATTRIBUTE = """
            insert into web_session_attribute (session_primary_id, attribute_name, attribute_bytes)
            values (?, ?, ?)
            on duplicate key update attribute_bytes = values(attribute_bytes)
            """;

    private static final String UPDATE_ATTRIBUTE = """
            update web_session_attribute set attribute_bytes = ?
            where session_primary_id = ? and attribute_name = ?
            """;

    private static final String DELETE_ATTRIBUTE = """
            delete from web_session_attribute
            where session_primary_id = ? and attribute_name = ?
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> statementsOfAttributes() {
        return sessions -> {
            sessions.setGetSessionQuery(SELECT + "where s.session_id = ?");
            sessions.setListSessionsByPrincipalNameQuery(SELECT + "where s.principal_name = ?");
            sessions.setCreateSessionAttributeQuery(INSERT_ATTRIBUTE);
            sessions.setUpdateSessionAttributeQuery(UPDATE_ATTRIBUTE);
            sessions.setDeleteSessionAttributeQuery(DELETE_ATTRIBUTE);
        };
    }

    /** Before the session is loaded, which happens in the first filter of all. */
    @Bean
    FilterRegistrationBean<QuietRequests> quietRequests() {
        FilterRegistrationBean<QuietRequests> filter = new FilterRegistrationBean<>(new QuietRequests());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    /** What a page asks by itself leaves the session as it is: only people keep it alive. */
    @Bean
    static BeanPostProcessor quietRequestsLeaveTheSession() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof JdbcIndexedSessionRepository)) {
                    return bean;
                }
                ProxyFactory factory = new ProxyFactory(bean);
                factory.setProxyTargetClass(true);
                factory.addAdvice((MethodInterceptor) call ->
                        call.getMethod().getName().equals("save") && QuietRequests.isQuiet() ? null : call.proceed());
                return factory.getProxy();
            }
        };
    }
}
