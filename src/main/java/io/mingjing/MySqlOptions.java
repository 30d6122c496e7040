package io.mingjing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives every MySQL or MariaDB connection the options that the application relies on, so that nobody has to know them:
 * instants are whole seconds and may lie after 2038 ({@link FarInstants}), the session lives in the zone of the law, and
 * the engine sees one schema only. The rest saves work: each statement is taken apart once per connection, by the driver
 * and by the server, and what a session is set to already is not set again (src/docs/benchmarks.md).
 */
@Component
class MySqlOptions implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source
                && source.getJdbcUrl() != null
                && source.getJdbcUrl().startsWith("jdbc:mysql:")) {
            source.addDataSourceProperty("sendFractionalSeconds", "false");
            source.addDataSourceProperty("nullDatabaseMeansCurrent", "true");
            source.addDataSourceProperty("connectionTimeZone", "+08:00");
            source.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
            source.addDataSourceProperty("characterEncoding", "UTF-8");
            source.addDataSourceProperty("cachePrepStmts", "true");
            source.addDataSourceProperty("cacheResultSetMetadata", "true");
            source.addDataSourceProperty("metadataCacheSize", "500");
            source.addDataSourceProperty("useServerPrepStmts", "true");
            source.addDataSourceProperty("queryInterceptors", FarInstants.class.getName());
            source.addDataSourceProperty("prepStmtCacheSize", "250");
            source.addDataSourceProperty("prepStmtCacheSqlLimit", "16384");
            source.addDataSourceProperty("useLocalSessionState", "true");
            source.addDataSourceProperty("dontTrackOpenResources", "true"); // the pool closes what is left open
            source.addDataSourceProperty("maintainTimeStats", "false");
            source.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        }
        return bean;
    }
}
