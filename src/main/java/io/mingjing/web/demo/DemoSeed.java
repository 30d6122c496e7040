package io.mingjing.web.demo;

import io.mingjing.casefile.CaseQuery;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.DemoPeople;
import io.mingjing.portal.Channels;
import io.mingjing.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills a new demonstration with its six weeks of life, once, after its people are there. */
@Component
@ConditionalOnProperty("mingjing.demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoSeed implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);

    private final DemoDiary diary;
    private final DemoOffice office;
    private final Cases cases;
    private final Channels channels;

    DemoSeed(DemoDiary diary, DemoOffice office, Cases cases, Channels channels) {
        this.diary = diary;
        this.office = office;
        this.cases = cases;
        this.channels = channels;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (cases.search(CaseQuery.all(), office.actor("auditor")).items().isEmpty()) {
            diary.live();
            channels.set(DemoPeople.CITY, true, Actor.SYSTEM);
            channels.set(DemoPeople.HEAN, true, Actor.SYSTEM);
            LOG.info("The demo city has lived to its story day");
        }
    }
}
