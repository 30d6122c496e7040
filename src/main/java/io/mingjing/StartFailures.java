package io.mingjing;

import io.mingjing.identity.DemonstrationRefused;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Turns the failures an operator can mend into one sentence in Chinese and English, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

    /** H2: the file is locked by another process. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongTimeZone) {
                return new FailureAnalysis(
                        "JVM 的时区是 " + cause.getMessage() + "，期限必须按 Asia/Shanghai 计算。 / The JVM's time zone is "
                                + cause.getMessage() + "; legal dates need Asia/Shanghai.",
                        "请加上 -Duser.timezone=Asia/Shanghai 后重新启动。 / Start again with -Duser.timezone=Asia/Shanghai.",
                        cause);
            }
            if (cause instanceof DemonstrationRefused) {
                return new FailureAnalysis(
                        "演示模式只能使用 H2 数据库，当前指定的是其他数据库。 / The demonstration runs on H2 only, and another database is"
                                + " configured.",
                        "请去掉 mingjing.demo=true，或去掉 spring.datasource.url。 / Remove mingjing.demo=true, or"
                                + " spring.datasource.url.",
                        cause);
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return new FailureAnalysis(
                        "数据库文件正被另一个运行中的明镜占用。 / The database file is in use by another running Mingjing.",
                        "请先停止另一个实例，或用 --spring.datasource.url 指定另一个数据库。 / Stop the other instance first, or name"
                                + " another database with --spring.datasource.url.",
                        cause);
            }
        }
        return null;
    }
}
