package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The limits of a case, open ones first, each with its explanation, its history and the acts that may be done to it. */
@Component
class LimitsTab implements CaseTab {

    private final CaseLimits limits;
    private final Cases cases;
    private final LimitTexts texts;
    private final OwnLimitsPart own;
    private final Clock clock;

    LimitsTab(CaseLimits limits, Cases cases, LimitTexts texts, OwnLimitsPart own, Clock clock) {
        this.limits = limits;
        this.cases = cases;
        this.texts = texts;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "limits";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String view() {
        return "casefile/limits :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        long open = limits.of(file.id()).stream()
                .filter(limit -> limit.state().isOpen())
                .count();
        return open == 0 ? null : (int) open;
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        List<LimitTexts.Line> lines = limits.of(file.id()).stream()
                .map(limit -> texts.line(limit, locale))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("running", lines.stream().filter(LimitTexts.Line::open).toList());
        model.put("ended", lines.stream().filter(line -> !line.open()).toList());
        model.put("own", own.of(file, actor, locale));
        model.put("keyDates", cases.keyDates(file.id()));
        model.put("mayPause", actor.hasAny(Role.UNIT_HEAD, Role.ORGAN_HEAD));
        model.put("maySuspend", actor.has(Role.ORGAN_HEAD));
        model.put("mayExtend", actor.has(Role.UNIT_HEAD));
        model.put("reviewGrounds", PauseGrounds.of("AR-DECIDE-ORD"));
        model.put("otherGrounds", PauseGrounds.of(""));
        model.put("today", LocalDate.now(clock));
        return model;
    }
}
