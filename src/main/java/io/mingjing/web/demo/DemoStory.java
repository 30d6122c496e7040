package io.mingjing.web.demo;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseQuery;
import io.mingjing.casefile.CaseRow;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Area;
import io.mingjing.supervision.Supervision;
import io.mingjing.supervision.SupervisionOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The guided story in eight steps: a limit turns red, the supervisor's mail, the organ signs, replies, the order is
 * closed, the log verified. It is told on the newest supervision order, and each step is ticked by what is in the record.
 */
@Component
@ConditionalOnProperty("mingjing.demo")
class DemoStory {

    /**
     * A step.
     *
     * @param number from 1; texts {@code web.story.<number>} and {@code web.story.<number>.how}
     * @param login who does it
     * @param href where it is done
     */
    record StoryStep(int number, String login, String href, boolean done) {}

    private final Cases cases;
    private final CaseLimits limits;
    private final Supervision supervision;
    private final DemoOffice office;
    private final Clock clock;

    DemoStory(Cases cases, CaseLimits limits, Supervision supervision, DemoOffice office, Clock clock) {
        this.cases = cases;
        this.limits = limits;
        this.supervision = supervision;
        this.office = office;
        this.clock = clock;
    }

    List<StoryStep> steps() {
        Optional<CaseFile> told = newest();
        Optional<SupervisionOrder> order = told.map(file -> supervision.get(file.id()));
        String page = told.map(file -> "/cases/" + file.id()).orElse("/supervision");
        boolean issued = told.map(CaseFile::caseNo).isPresent();
        boolean served = told.filter(
                        file -> cases.keyDate(file.id(), "orderServed").isPresent())
                .isPresent();
        boolean red = order.map(SupervisionOrder::replyOverdue).orElse(false)
                || told.map(this::late).orElse(false);
        boolean replied = order.map(SupervisionOrder::repliedOn).isPresent();
        boolean closed = order.map(SupervisionOrder::closedOn).isPresent();
        List<StoryStep> steps = new ArrayList<>();
        steps.add(new StoryStep(1, "supervisor", "/cases/new/supervisionOrder", told.isPresent()));
        steps.add(new StoryStep(2, issued ? "supervisor" : "unit-head", "/worklist?list=available", served));
        steps.add(new StoryStep(
                3,
                "organ-contact",
                "/worklist?list=available",
                order.map(SupervisionOrder::signedOn).isPresent()));
        steps.add(new StoryStep(4, "supervisor", page, red));
        steps.add(new StoryStep(5, "supervisor", "/demo/mailbox", red));
        steps.add(new StoryStep(6, "organ-contact", "/worklist?list=mine", replied));
        steps.add(new StoryStep(7, "supervisor", "/worklist?list=mine", closed));
        steps.add(new StoryStep(8, "auditor", page + "/timeline", closed));
        return steps;
    }

    /** The newest order that somebody raised after the seed, by hand. */
    private Optional<CaseFile> newest() {
        CaseQuery orders =
                new CaseQuery(null, Area.SUPERVISION, null, null, null, null, null, CaseQuery.Order.RECEIVED, 50, null);
        return cases.search(orders, office.actor("auditor")).items().stream()
                .map(CaseRow::id)
                .map(cases::require)
                .filter(file -> !file.registeredAt()
                        .isBefore(DemoDiary.STORY_DAY
                                .atStartOfDay(io.mingjing.engine.Timekeeper.ZONE)
                                .toInstant()))
                .findFirst();
    }

    private boolean late(CaseFile file) {
        LocalDate today = LocalDate.now(clock);
        return limits.of(file.id()).stream()
                .map(CaseLimit::redOn)
                .anyMatch(redOn -> redOn != null && !redOn.isAfter(today));
    }
}
