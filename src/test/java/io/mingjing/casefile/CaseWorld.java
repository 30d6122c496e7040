package io.mingjing.casefile;

import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A city with two districts, their bureaus, one police station and people of every role; new ones for each test class. */
public final class CaseWorld {

    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    public final Organ city;
    public final Organ district;
    public final Organ otherDistrict;
    public final Organ police;
    public final Actor clerk;
    public final Actor officer;
    public final Actor secondOfficer;
    public final Actor unitHead;
    public final Actor organHead;
    public final Actor contact;
    public final Actor supervisor;
    public final Actor auditor;
    public final Actor admin;
    public final Actor strangerOfficer;
    public final Actor citySupervisor;

    private final Organs organs;
    private final People people;
    private final String tag;

    public CaseWorld(Organs organs, People people) {
        this.organs = organs;
        this.people = people;
        this.tag = "w" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        city = organ("沈阳市人民政府", "沈阳市", null, tag, OrganKind.GOVERNMENT, "沈政" + tag);
        Organ cityBureau = organ("沈阳市司法局", "市司法局", city, "sfj", OrganKind.JUSTICE_BUREAU, null);
        district = organ("和平区人民政府", "和平区", city, "hp", OrganKind.GOVERNMENT, "沈和政" + tag);
        Organ bureau = organ("和平区司法局", "和平司法局", district, "sfj", OrganKind.JUSTICE_BUREAU, null);
        police = organ("和平公安分局", "和平公安", district, "ga", OrganKind.DEPARTMENT, null);
        otherDistrict = organ("皇姑区人民政府", "皇姑区", city, "hg", OrganKind.GOVERNMENT, "沈皇政" + tag);
        Organ otherBureau = organ("皇姑区司法局", "皇姑司法局", otherDistrict, "sfj", OrganKind.JUSTICE_BUREAU, null);
        clerk = person("clerk", "赵敏", bureau, Role.INTAKE_CLERK);
        officer = person("officer", "李军", bureau, Role.REVIEW_OFFICER);
        secondOfficer = person("officer2", "王芳", bureau, Role.REVIEW_OFFICER);
        unitHead = person("head", "周正", bureau, Role.UNIT_HEAD);
        organHead = person("leader", "孙立", district, Role.ORGAN_HEAD);
        contact = person("contact", "钱宁", police, Role.ORGAN_CONTACT);
        supervisor = person("supervisor", "郑直", bureau, Role.SUPERVISOR);
        auditor = person("auditor", "吴清", bureau, Role.AUDITOR);
        admin = person("admin", "管理员", bureau, Role.ADMIN);
        strangerOfficer = person("stranger", "陈远", otherBureau, Role.REVIEW_OFFICER);
        citySupervisor = person("city", "冯明", cityBureau, Role.SUPERVISOR);
    }

    /** A review of the district, against the police. */
    public NewCase review(String title, NewParty... more) {
        List<NewParty> parties = new ArrayList<>(List.of(more));
        if (parties.stream().noneMatch(party -> party.role() == PartyRole.APPLICANT)) {
            parties.add(0, NewParty.person(PartyRole.APPLICANT, "张三"));
        }
        parties.add(NewParty.organ(PartyRole.RESPONDENT, police.id(), police.name()));
        return new NewCase(Area.REVIEW, "administrativeReview", title, district.id(), MONDAY, parties);
    }

    private Organ organ(
            String name,
            String shortName,
            @Nullable Organ parent,
            String code,
            OrganKind kind,
            @Nullable String numberCode) {
        return organs.create(
                new Organs.NewOrgan(name, shortName, parent == null ? null : parent.id(), code, kind, numberCode, 1),
                Actor.SYSTEM);
    }

    private Actor person(String login, String name, Organ organ, Role role) {
        return people.actor(people.create(
                        new People.NewPerson(tag + "-" + login, name, organ.id(), Set.of(role), null), Actor.SYSTEM)
                .person()
                .id());
    }
}
