package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.review.RecusalRequests;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 回避: who was asked to keep away from a review, by whom, and what was decided. */
@Component
class RecusalTab implements CaseTab {

    private final RecusalRequests requests;

    RecusalTab(RecusalRequests requests) {
        this.requests = requests;
    }

    @Override
    public String id() {
        return "recusal";
    }

    @Override
    public int order() {
        return 28;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW && !requests.of(file.id(), actor).isEmpty();
    }

    @Override
    public String view() {
        return "review/recusal :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        return requests.of(file.id(), actor).size();
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        return Map.of("recusalRequests", requests.of(file.id(), actor));
    }
}
