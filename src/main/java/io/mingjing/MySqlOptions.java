package io.mingjing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives every MySQL or MariaDB connection the options that the application relies on, so that nobody has to know them:
 * instants are whole seconds, the session lives in the zone of the law, and the engine sees one schema only. The rest
 * saves work: each statement's text is taken apart once per connection, and what a session is set to already is not set
 * again (src/docs/benchmarks.md).
 *
 * <p>Statements are never prepared on the server ({@code useServerPrepStmts}), though that is faster: of an instant after
 * 2038-01-19, as the driver then sends it, MariaDB silently makes null.
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
            source.addDataSourceProperty("useServerPrepStmts", "false");
            source.addDataSourceProperty("prepStmtCacheSize", "500");
            source.addDataSourceProperty("prepStmtCacheSqlLimit", "16384");
            source.addDataSourceProperty("useLocalSessionState", "true");
            source.addDataSourceProperty("dontTrackOpenResources", "true"); // the pool closes what is left open
            source.addDataSourceProperty("maintainTimeStats", "false");
            source.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        }
        return bean;
    }
}
