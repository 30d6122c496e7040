package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;

/**
 * The module on a real database with stand-ins for the case: a case called {@code hidden…} is seen by nobody, contacts
 * read the main part and speak for the party {@code respondent}, officers handle everything. No annotated
 * configuration, so that the scan of the whole application passes it by.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MybatisAutoConfiguration.class
})
@MapperScan(
        basePackages = {"io.mingjing.document", "io.mingjing.time"},
        annotationClass = Mapper.class)
@EnableConfigurationProperties({FileSettings.class, OfficeSettings.class})
@ComponentScan(
        basePackages = {"io.mingjing.document", "io.mingjing.time"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {".*\\.web\\..*", ".*(Test|IT)(\\$.*)?"}))
class DocumentStage {

    static final Actor OFFICER = person("officer", "李军", Role.REVIEW_OFFICER);
    static final Actor CLERK = person("clerk", "周敏", Role.INTAKE_CLERK);
    static final Actor UNIT_HEAD = person("unit-head", "赵国强", Role.UNIT_HEAD);
    static final Actor ORGAN_HEAD = person("organ-head", "孙立", Role.ORGAN_HEAD);
    static final Actor CONTACT = person("contact", "王敏", Role.ORGAN_CONTACT);
    static final Actor AUDITOR = person("auditor", "钱进", Role.AUDITOR);

    /** The day of the tests: Monday 2026-03-09, nine in the morning. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Actor person(String id, String name, Role... roles) {
        return new Actor(id, name, "sfj", "/sy/hp/sfj/", Set.of(roles));
    }

    @Bean
    Clock clock() {
        Instant morning = LocalDateTime.of(2026, 3, 9, 9, 0).atZone(ZONE).toInstant();
        return Clock.fixed(morning, ZONE);
    }

    @Bean
    CaseAccess caseAccess() {
        return new CaseAccess() {
            @Override
            public void requireVisible(String caseId, Actor actor) {
                if (caseId.startsWith("hidden")) {
                    throw Refusal.notFound("CASE_NOT_FOUND");
                }
            }

            @Override
            public void requireHandler(String caseId, Actor actor) {
                if (actor.hasAny(Role.ORGAN_CONTACT, Role.AUDITOR)) {
                    throw Refusal.forbidden("NOT_HANDLER");
                }
            }

            @Override
            public void lock(String caseId) {}

            @Override
            public String areaFolder(String caseId) {
                return "review";
            }

            @Override
            public boolean mayReadPart(String caseId, FilePart part, Actor actor) {
                return part == FilePart.MAIN || !actor.has(Role.ORGAN_CONTACT);
            }

            @Override
            public boolean speaksFor(String caseId, String partyId, Actor actor) {
                return actor.has(Role.ORGAN_CONTACT) && partyId.equals("respondent");
            }
        };
    }

    @Bean
    ApprovalChains approvalChains() {
        return (type, caseId) -> switch (type) {
            case "decision", "refusal" -> List.of(Role.UNIT_HEAD, Role.ORGAN_HEAD);
            case "correction-notice" -> List.of();
            default -> List.of(Role.UNIT_HEAD);
        };
    }

    @Bean
    LetterNumbers caseNumbers(Numbers counters) {
        Map<String, Integer> given = new ConcurrentHashMap<>();
        return (caseId, type, on) -> OfficialStyle.number(
                "沈和政复" + type.numberWord(),
                on.getYear(),
                given.computeIfAbsent(caseId, id -> counters.next("sy-hp", "case", on.getYear())));
    }

    @Bean
    LetterFacts caseFacts() {
        return (caseId, type) -> Map.of("organName", "沈阳市和平区人民政府", "unitName", "沈阳市和平区司法局");
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** What the module told the others. */
    static class Heard {

        private final List<Object> events = new ArrayList<>();

        @EventListener
        void on(Object event) {
            if (event.getClass().getName().startsWith("io.mingjing.shared")) {
                events.add(event);
            }
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <T> @Nullable T last(Class<T> type) {
            List<T> all = of(type);
            return all.isEmpty() ? null : all.get(all.size() - 1);
        }
    }
}
