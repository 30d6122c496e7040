package io.mingjing;

import com.mysql.cj.BindValue;
import com.mysql.cj.MysqlConnection;
import com.mysql.cj.MysqlType;
import com.mysql.cj.PreparedQuery;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends instants to the database as what their columns are, DATETIME. To a statement that the server has prepared the
 * driver sends them as TIMESTAMP, and of one after 2038-01-19, where the seconds of that type are used up, MariaDB makes
 * null without a word. A DATETIME is written in the default zone of this JVM, which must be that of the law
 * ({@link ZoneGuard}) as that of the session is.
 *
 * <p>The driver makes one for each connection.
 */
public final class FarInstants implements QueryInterceptor {

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties settings, Log log) {
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        if (query instanceof PreparedQuery prepared) {
            for (BindValue value : prepared.getQueryBindings().getBindValues()) {
                if (value.getMysqlType() == MysqlType.TIMESTAMP) {
                    value.setMysqlType(MysqlType.DATETIME);
                }
            }
        }
        return null; // the statement goes on to the server
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T answer, ServerSession session) {
        return null; // the server's answer stands
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {}
}
