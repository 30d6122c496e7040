package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CasePage;
import io.mingjing.casefile.CaseRow;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Area;
import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases and their limits for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    /**
     * A case in a list.
     *
     * @param dueDate of the running limit that ends first; null without one and while it is paused
     */
    record Item(
            String id,
            String caseNumber,
            String registerNumber,
            Area area,
            String kind,
            String title,
            CaseState state,
            @Nullable String stage,
            @Nullable String outcome,
            LocalDate receivedOn,
            @Nullable LocalDate closedOn,
            String government,
            List<String> parties,
            @Nullable String lead,
            @Nullable String timeLimit,
            @Nullable LocalDate dueDate,
            @Nullable Long daysLeft,
            @Nullable DayUnit dayUnit,
            String light,
            boolean paused,
            boolean provisional) {}

    /**
     * A page of cases.
     *
     * @param next cursor for {@code after}; null on the last page
     * @param total exact to 999
     * @param totalExceeded whether there are more than 999
     */
    record Items(List<Item> items, @Nullable String next, int total, boolean totalExceeded) {}

    /** A whole case. */
    record Detail(
            String id,
            String caseNumber,
            String registerNumber,
            Area area,
            String kind,
            String title,
            CaseState state,
            @Nullable String stage,
            @Nullable String outcome,
            @Nullable String procedure,
            LocalDate receivedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate archivedOn,
            String governmentId,
            String unitId,
            int version,
            List<Party> parties,
            List<Handler> handlers,
            Map<String, LocalDate> keyDates) {}

    private final Cases cases;
    private final Parties parties;
    private final Handlers handlers;
    private final LimitTexts texts;
    private final CurrentUser user;

    CaseApi(Cases cases, Parties parties, Handlers handlers, LimitTexts texts, CurrentUser user) {
        this.cases = cases;
        this.parties = parties;
        this.handlers = handlers;
        this.texts = texts;
        this.user = user;
    }

    @GetMapping
    Items search(CaseQueryForm form) {
        CasePage page = cases.search(form.query(), user.actor());
        return new Items(
                page.items().stream().map(this::item).toList(),
                page.next(),
                Math.min(page.total(), 999),
                page.total() > 999);
    }

    @GetMapping("/{id}")
    Detail get(@PathVariable String id) {
        CaseFile file = cases.get(id, user.actor());
        return new Detail(
                file.id(),
                file.number(),
                file.registerNo(),
                file.area(),
                file.kind(),
                file.title(),
                file.state(),
                file.stage(),
                file.outcome(),
                file.procedure(),
                file.receivedOn(),
                file.closedOn(),
                file.archivedOn(),
                file.governmentId(),
                file.unitId(),
                file.version(),
                parties.of(id),
                handlers.of(id),
                cases.keyDates(id));
    }

    private Item item(CaseRow row) {
        CaseLimit limit = row.limit();
        return new Item(
                row.id(),
                row.number(),
                row.registerNo(),
                row.area(),
                row.kind(),
                row.title(),
                row.state(),
                row.stage(),
                row.outcome(),
                row.receivedOn(),
                row.closedOn(),
                row.government(),
                row.parties(),
                row.lead(),
                limit == null ? null : limit.rule(),
                limit == null ? null : limit.dueOn(),
                limit == null ? null : texts.daysLeft(limit),
                limit == null ? null : limit.unit(),
                limit == null ? "NONE" : texts.light(limit).name(),
                limit != null && limit.state() == LimitState.PAUSED,
                limit != null && limit.provisional());
    }
}
