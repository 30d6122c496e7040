package io.mingjing.replay;

import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.review.CommitteeMembers;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A government of its own with its bureau and departments, and the people who live its year. */
final class Cast {

    static final int DEPARTMENTS = 4;
    static final int OFFICERS = 6;

    private static final List<String> DEPARTMENT_NAMES = List.of("市场监督管理局", "住房和城乡建设局", "人力资源和社会保障局", "自然资源局");
    private static final List<String> OFFICER_NAMES = List.of("宋承办", "齐承办", "梁承办", "杜承办", "阮承办", "蓝承办");

    static final List<String> COMMITTEE = List.of("郑文博", "程立");

    private final Organs organs;
    private final People people;
    private final String code;

    final Organ government;
    final Organ bureau;
    final List<Organ> departments = new ArrayList<>();
    final List<Actor> officers = new ArrayList<>();
    final List<Actor> contacts = new ArrayList<>();
    final Actor clerk;
    final Actor head;
    final Actor leader;
    final Actor office;

    /** @param code letters and digits that no other government here has */
    Cast(ApplicationContext context, String code) {
        organs = context.getBean(Organs.class);
        people = context.getBean(People.class);
        this.code = code;
        government = organ("金浦" + code + "区人民政府", null, code, OrganKind.GOVERNMENT);
        bureau = organ("金浦" + code + "区司法局", government, "sfj", OrganKind.JUSTICE_BUREAU);
        for (int i = 0; i < DEPARTMENTS; i++) {
            departments.add(
                    organ("金浦" + code + "区" + DEPARTMENT_NAMES.get(i), government, "d" + i, OrganKind.DEPARTMENT));
            contacts.add(person("contact" + i, "联络员" + i, departments.get(i), Role.ORGAN_CONTACT));
        }
        for (int i = 0; i < OFFICERS; i++) {
            officers.add(person("officer" + i, OFFICER_NAMES.get(i), bureau, Role.REVIEW_OFFICER));
        }
        clerk = person("clerk", "方受理", bureau, Role.INTAKE_CLERK);
        head = person("head", "孟科长", bureau, Role.UNIT_HEAD);
        leader = person("leader", "岳区长", government, Role.ORGAN_HEAD);
        office = person("office", "温主任", government, Role.GOV_OFFICE);
        Actor admin = person("admin", "戴管理", bureau, Role.ADMIN);
        CommitteeMembers members = context.getBean(CommitteeMembers.class);
        for (String name : COMMITTEE) {
            members.add(new CommitteeMembers.NewMember(government.id(), name, "盛阳大学法学院", null, "行政法"), admin);
        }
    }

    private Organ organ(String name, @Nullable Organ parent, String segment, OrganKind kind) {
        return organs.create(
                new Organs.NewOrgan(
                        name,
                        name,
                        parent == null ? null : parent.id(),
                        segment,
                        kind,
                        kind == OrganKind.GOVERNMENT ? "金浦" + code : null,
                        1),
                Actor.SYSTEM);
    }

    private Actor person(String login, String name, Organ organ, Role role) {
        String id = people.create(
                        new People.NewPerson(
                                code + "-" + login, name, organ.id(), Set.of(role), code + login + "@example.cn"),
                        Actor.SYSTEM)
                .person()
                .id();
        return people.actor(id);
    }

    /** Who of them works off a task of that pool in that story. */
    Actor of(Role pool, Story story) {
        return switch (pool) {
            case REVIEW_OFFICER -> officers.get(story.officer());
            case UNIT_HEAD -> head;
            case ORGAN_HEAD -> leader;
            case GOV_OFFICE -> office;
            case ORGAN_CONTACT -> contacts.get(story.department());
            default -> clerk;
        };
    }

    String officerName(int index) {
        return OFFICER_NAMES.get(index % OFFICERS);
    }
}
