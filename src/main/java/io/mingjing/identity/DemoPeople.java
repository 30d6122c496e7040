package io.mingjing.identity;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The invented city of 盛阳 with its organs and one account per role, all with the password {@link #PASSWORD}. Ids are
 * fixed, so that the cases of the demonstration can name them.
 */
public class DemoPeople {

    /** The password of every demonstration account; exempt from the password policy. */
    public static final String PASSWORD = "mingjing-demo";

    private static final String ORGAN = "0199a000-0000-7000-8000-0000000000";
    private static final String USER = "0199a000-0000-7000-8000-0000000001";

    /** 盛阳市人民政府: the reviewing organ of the main story. */
    public static final String CITY = ORGAN + "01";
    /** 盛阳市司法局. */
    public static final String CITY_BUREAU = ORGAN + "02";
    /** 盛阳市住房和城乡建设局. */
    public static final String HOUSING = ORGAN + "03";
    /** 盛阳市市场监督管理局. */
    public static final String MARKET = ORGAN + "04";
    /** 盛阳市生态环境局. */
    public static final String ENVIRONMENT = ORGAN + "05";
    /** 盛阳市自然资源局. */
    public static final String LAND = ORGAN + "06";
    /** 盛阳市城市管理综合行政执法局. */
    public static final String CITY_ENFORCEMENT = ORGAN + "07";
    /** 和安区人民政府. */
    public static final String HEAN = ORGAN + "11";
    /** 和安区司法局. */
    public static final String HEAN_BUREAU = ORGAN + "12";
    /** 和安区城市管理局. */
    public static final String HEAN_ENFORCEMENT = ORGAN + "13";
    /** 清泉区人民政府. */
    public static final String QINGQUAN = ORGAN + "21";
    /** 清泉区司法局. */
    public static final String QINGQUAN_BUREAU = ORGAN + "22";

    public static final String INTAKE_CLERK = USER + "01";
    public static final String REVIEW_OFFICER = USER + "02";
    public static final String REVIEW_OFFICER_2 = USER + "03";
    public static final String UNIT_HEAD = USER + "04";
    public static final String ORGAN_HEAD = USER + "05";
    public static final String GOV_OFFICE = USER + "06";
    public static final String ORGAN_CONTACT = USER + "07";
    public static final String ORGAN_CONTACT_2 = USER + "08";
    public static final String SUPERVISOR = USER + "09";
    public static final String LITIGATION_OFFICER = USER + "10";
    public static final String FILING_OFFICER = USER + "11";
    public static final String LEGAL_ADVISER = USER + "12";
    public static final String AUDITOR = USER + "13";
    public static final String ADMIN = USER + "14";
    public static final String ORGAN_STAFF = USER + "15";
    public static final String ORGAN_STAFF_2 = USER + "16";

    private static final List<Organ> ORGANS = List.of(
            organ(CITY, "盛阳市人民政府", "市政府", null, "/sy/", OrganKind.GOVERNMENT, CITY, "盛政", 10),
            city(CITY_BUREAU, "盛阳市司法局", "市司法局", "sfj", OrganKind.JUSTICE_BUREAU, "盛政", 11),
            city(HOUSING, "盛阳市住房和城乡建设局", "市住建局", "zjj", OrganKind.DEPARTMENT, "盛建", 12),
            city(MARKET, "盛阳市市场监督管理局", "市市场监管局", "scj", OrganKind.DEPARTMENT, "盛市监", 13),
            city(ENVIRONMENT, "盛阳市生态环境局", "市生态环境局", "hbj", OrganKind.DEPARTMENT, "盛环", 14),
            city(LAND, "盛阳市自然资源局", "市自然资源局", "zrj", OrganKind.DEPARTMENT, "盛自然资", 15),
            city(CITY_ENFORCEMENT, "盛阳市城市管理综合行政执法局", "市城管执法局", "cgj", OrganKind.DEPARTMENT, "盛城管", 16),
            organ(HEAN, "和安区人民政府", "和安区政府", CITY, "/sy/ha/", OrganKind.GOVERNMENT, HEAN, "和政", 20),
            organ(HEAN_BUREAU, "和安区司法局", "和安区司法局", HEAN, "/sy/ha/sfj/", OrganKind.JUSTICE_BUREAU, HEAN, "和政", 21),
            organ(HEAN_ENFORCEMENT, "和安区城市管理局", "和安区城管局", HEAN, "/sy/ha/cgj/", OrganKind.DEPARTMENT, HEAN, "和城管", 22),
            organ(QINGQUAN, "清泉区人民政府", "清泉区政府", CITY, "/sy/qq/", OrganKind.GOVERNMENT, QINGQUAN, "清政", 30),
            organ(
                    QINGQUAN_BUREAU,
                    "清泉区司法局",
                    "清泉区司法局",
                    QINGQUAN,
                    "/sy/qq/sfj/",
                    OrganKind.JUSTICE_BUREAU,
                    QINGQUAN,
                    "清政",
                    31));

    private static final List<Person> PEOPLE = List.of(
            person(INTAKE_CLERK, "intake-clerk", "林晓雯", CITY_BUREAU, Role.INTAKE_CLERK),
            person(REVIEW_OFFICER, "review-officer", "周明远", CITY_BUREAU, Role.REVIEW_OFFICER),
            person(REVIEW_OFFICER_2, "review-officer-2", "沈若溪", CITY_BUREAU, Role.REVIEW_OFFICER),
            person(UNIT_HEAD, "unit-head", "顾建平", CITY_BUREAU, Role.UNIT_HEAD),
            person(ORGAN_HEAD, "organ-head", "陆海川", CITY, Role.ORGAN_HEAD),
            person(GOV_OFFICE, "gov-office", "宋雅琴", CITY, Role.GOV_OFFICE),
            person(ORGAN_CONTACT, "organ-contact", "何志强", HOUSING, Role.ORGAN_CONTACT),
            person(ORGAN_CONTACT_2, "organ-contact-2", "蒋丽华", HEAN, Role.ORGAN_CONTACT),
            person(ORGAN_STAFF, "organ-staff", "孙立", HOUSING, Role.ORGAN_STAFF),
            person(ORGAN_STAFF_2, "organ-staff-2", "林国栋", HOUSING, Role.ORGAN_STAFF),
            person(SUPERVISOR, "supervisor", "韩立新", CITY_BUREAU, Role.SUPERVISOR),
            person(LITIGATION_OFFICER, "litigation-officer", "唐逸飞", CITY_BUREAU, Role.LITIGATION_OFFICER),
            person(FILING_OFFICER, "filing-officer", "冯静怡", CITY_BUREAU, Role.FILING_OFFICER),
            person(LEGAL_ADVISER, "legal-adviser", "邹文博", CITY_BUREAU, Role.LEGAL_ADVISER),
            person(AUDITOR, "auditor", "罗正清", CITY_BUREAU, Role.AUDITOR),
            person(ADMIN, "admin", "戴宇航", CITY_BUREAU, Role.ADMIN));

    private final OrganMapper organs;
    private final PersonMapper people;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    DemoPeople(
            OrganMapper organs,
            PersonMapper people,
            PasswordEncoder encoder,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.organs = organs;
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Enters organs and people, unless anybody is there already. */
    void seed() {
        transaction.executeWithoutResult(status -> {
            if (people.countAll() == 0 && organs.countAll() == 0) {
                insert();
            }
        });
    }

    private void insert() {
        ORGANS.forEach(organ -> organs.insert(organ, PinyinOrder.key(organ.name())));
        String hash = encoder.encode(PASSWORD);
        for (Person person : PEOPLE) {
            people.insert(
                    person,
                    PinyinOrder.key(person.name()),
                    hash,
                    false,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            people.insertRoles(person.id(), person.roles());
        }
        events.publishEvent(Act.of(
                "identity.demoSeeded", null, Actor.SYSTEM, Map.of("organs", ORGANS.size(), "people", PEOPLE.size())));
    }

    private static Organ city(
            String id, String name, String shortName, String code, OrganKind kind, String word, int sort) {
        return organ(id, name, shortName, CITY, "/sy/" + code + "/", kind, CITY, word, sort);
    }

    private static Organ organ(
            String id,
            String name,
            String shortName,
            @Nullable String parentId,
            String path,
            OrganKind kind,
            String governmentId,
            String numberCode,
            int sort) {
        return new Organ(id, name, shortName, parentId, path, kind, governmentId, numberCode, sort);
    }

    private static Person person(String id, String login, String name, String organId, Role role) {
        return new Person(id, login, name, organId, Set.of(role), login + "@mingjing.example", true, "zh-CN");
    }
}
