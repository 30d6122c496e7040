package io.mingjing;

import java.time.ZoneId;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Refuses to start in a time zone in which a day would begin at another moment than in Asia/Shanghai. */
class ZoneGuard implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ZoneId zone = ZoneId.systemDefault();
        if (!zone.getRules().equals(Mingjing.ZONE.getRules())) {
            throw new WrongTimeZone(zone.getId());
        }
    }
}
