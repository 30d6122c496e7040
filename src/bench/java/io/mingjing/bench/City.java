package io.mingjing.bench;

import io.mingjing.casefile.Intakes;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A government with its bureau, a department and the people whose work is measured, and cases led to a certain step. */
final class City {

    /** The day that the application of a measurement lives in. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Worklist worklist;
    private final Intakes intakes;
    private final Letters letters;
    private final Organs organs;
    private final People people;
    private final Organ department;

    final Actor filer;
    final Actor secondFiler;
    final Actor contact;
    final Actor secondContact;
    private final Actor supervisor;
    private final Actor head;

    City(ApplicationContext context) {
        worklist = context.getBean(Worklist.class);
        intakes = context.getBean(Intakes.class);
        letters = context.getBean(Letters.class);
        organs = context.getBean(Organs.class);
        people = context.getBean(People.class);
        Organ government = organ("盛阳市人民政府", null, "bench", OrganKind.GOVERNMENT);
        Organ bureau = organ("盛阳市司法局", government, "sfj", OrganKind.JUSTICE_BUREAU);
        department = organ("盛阳市城市管理局", government, "cgj", OrganKind.DEPARTMENT);
        filer = person("filer", "罗文清", bureau, Role.FILING_OFFICER);
        secondFiler = person("filer-2", "孙丽", bureau, Role.FILING_OFFICER);
        contact = person("contact", "孙立", department, Role.ORGAN_CONTACT);
        secondContact = person("contact-2", "高敏", department, Role.ORGAN_CONTACT);
        supervisor = person("supervisor", "韩冬梅", bureau, Role.SUPERVISOR);
        head = person("head", "赵强", bureau, Role.UNIT_HEAD);
    }

    private Organ organ(String name, @Nullable Organ parent, String code, OrganKind kind) {
        return organs.create(
                new Organs.NewOrgan(
                        name, name.substring(0, 3), parent == null ? null : parent.id(), code, kind, "盛政", 1),
                Actor.SYSTEM);
    }

    private Actor person(String login, String name, Organ organ, Role role) {
        String id = people.create(
                        new People.NewPerson("bench-" + login, name, organ.id(), Set.of(role), login + "@example.cn"),
                        Actor.SYSTEM)
                .person()
                .id();
        return people.actor(id);
    }

    /** A document handed in; its form check 形式审查 waits. Answers the case. */
    String submitted() {
        return intakes.start(
                        "recordReview",
                        Map.ofEntries(
                                Map.entry("filingOrgan", department.id()),
                                Map.entry("title", "盛阳市城市道路停车管理办法"),
                                Map.entry("documentNumber", "盛政规〔2026〕1号"),
                                Map.entry("documentKind", "DEPARTMENT"),
                                Map.entry("publishedOn", "2026-02-20"),
                                Map.entry("effectiveOn", "2026-03-20"),
                                Map.entry("submittedOn", TODAY.toString()),
                                Map.entry("pack", List.of("REPORT", "TEXT_PAPER", "EXPLANATION", "BASIS")),
                                Map.entry("contactName", "王芳"),
                                Map.entry("contactPhone", "024-0000019")),
                        null,
                        filer)
                .id();
    }

    static Map<String, Object> inOrder() {
        return Map.of("check", "REGISTER");
    }

    /** A document on its whole way from submission into the register. */
    void filed() {
        String file = submitted();
        complete(file, filer, inOrder());
        complete(
                file,
                filer,
                Map.of(
                        "power", "FINE",
                        "procedure", "FINE",
                        "content", "FINE",
                        "conflict", "FINE",
                        "propriety", "FINE",
                        "conclusion", "LAWFUL",
                        "opinion", "制定权限、程序和内容合法，准予备案登记。"));
        complete(file, head, Map.of("result", "APPROVE", "opinion", "同意。"));
        complete(file, filer, Map.of("copies", 4, "sealKeeper", "何静怡"));
        serve(file, "registration-notice", filer);
        complete(file, filer, Map.of());
    }

    /** A supervision order served on the department: its receipt 签收 waits, and the limit for the reply runs. */
    String served() {
        String file = intakes.start(
                        "supervisionOrder",
                        Map.of(
                                "responsibleOrgan", department.id(),
                                "subject", "负责人未出庭应诉",
                                "trigger", "NON_APPEARANCE",
                                "redOn", TODAY.toString(),
                                "facts", "该案开庭时，该单位负责人未出庭应诉。"),
                        null,
                        supervisor)
                .id();
        complete(
                file,
                supervisor,
                Map.of(
                        "subject", "负责人未出庭应诉",
                        "urgency", "ORDINARY",
                        "facts", "该案开庭时，该单位负责人未出庭应诉，也未提交不能出庭的正当理由说明。",
                        "basis", "《中华人民共和国行政诉讼法》第三条第三款",
                        "requirements", "查明未出庭的原因，落实责任人，提出整改措施并报送整改情况。",
                        "replyLength", 10,
                        "replyUnit", "WORKING_DAY",
                        "contact", "韩冬梅 024-0000031"));
        complete(file, head, Map.of("result", "APPROVE", "opinion", "同意。"));
        complete(file, supervisor, Map.of("copies", 4, "sealKeeper", "何静怡"));
        serve(file, "supervision-order", supervisor);
        complete(file, supervisor, Map.of());
        return file;
    }

    static Map<String, Object> received() {
        return Map.of("signedBy", "孙立", "signedOn", TODAY.toString(), "assignedTo", "法规科 孙立");
    }

    private void complete(String file, Actor actor, Map<String, ?> values) {
        TaskItem task = worklist.openOfCase(file).get(0);
        if (!task.heldBy(actor.userId())) {
            worklist.claim(task.id(), actor);
        }
        worklist.complete(task.id(), values, actor);
    }

    private void serve(String file, String type, Actor actor) {
        Letter letter = letters.current(file, type).orElseThrow();
        for (Recipient recipient : letters.recipients(letter.id())) {
            letters.serve(letter.id(), recipient.partyId(), ServiceMethod.DIRECT, TODAY, null, null, actor);
        }
    }
}
