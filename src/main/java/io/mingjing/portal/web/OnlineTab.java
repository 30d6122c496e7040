package io.mingjing.portal.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.identity.People;
import io.mingjing.portal.Applications;
import io.mingjing.portal.Correspondence;
import io.mingjing.portal.ElectronicService;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 网上往来: what the applicant sent through the portal, what reached it there, and when it was opened; for officers. */
@Component
class OnlineTab implements CaseTab {

    private final Correspondence correspondence;
    private final ElectronicService service;
    private final Applications applications;
    private final People people;

    OnlineTab(Correspondence correspondence, ElectronicService service, Applications applications, People people) {
        this.correspondence = correspondence;
        this.service = service;
        this.applications = applications;
        this.people = people;
    }

    @Override
    public String id() {
        return "online";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW && people.sight(actor).officer();
    }

    @Override
    public String view() {
        return "portal/tab :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        int open = correspondence.open(file.id());
        return open == 0 ? null : open;
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("messages", correspondence.of(file.id(), actor));
        model.put("delivered", service.delivered(file.id()));
        service.consentOf(file.id()).ifPresent(consent -> model.put("consent", consent));
        applications.receiptOfCase(file.id()).ifPresent(receipt -> model.put("receipt", receipt));
        model.put("mayDo", actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD));
        return model;
    }
}
