package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseMark;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTab;
import io.mingjing.identity.People;
import io.mingjing.review.IntakeRegister;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Intake of a review: a tab of the case for officers, and a mark in its head where it is reviewed together with another. */
@Component
class IntakeTab implements CaseTab, CaseMark {

    private final IntakeSheet sheet;
    private final People people;

    IntakeTab(IntakeSheet sheet, People people) {
        this.sheet = sheet;
        this.people = people;
    }

    @Override
    public String id() {
        return "intake";
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW && people.sight(actor).officer();
    }

    @Override
    public String view() {
        return "review/intake :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new LinkedHashMap<>(sheet.of(file, actor, LocaleContextHolder.getLocale()));
        model.put("intakeForms", IntakeRegister.FORMS);
        model.put(
                "mayIntake",
                file.state() != CaseState.ARCHIVED
                        && actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD));
        return model;
    }

    @Override
    public List<Mark> of(CaseFile file, Actor actor) {
        if (file.area() != Area.REVIEW) {
            return List.of();
        }
        return sheet.joinders(file.id(), actor).stream()
                .filter(line -> line.joinder().open())
                .map(line -> line.number() == null
                        ? new Mark("joined.unseen", List.of(), null)
                        : new Mark(
                                line.leads() ? "joined.lead" : "joined.member",
                                List.of(line.number()),
                                "/cases/" + line.otherId()))
                .toList();
    }
}
