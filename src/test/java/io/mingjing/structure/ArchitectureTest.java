package io.mingjing.structure;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.mingjing.shared.Actor;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

/** The habits of the code that a machine can check. */
@AnalyzeClasses(packages = "io.mingjing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> CLOCKED_TYPES = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.Instant",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule onlyTheEngineAndProcessPackagesKnowCamunda = noClasses()
            .that()
            .resideOutsideOfPackages("io.mingjing.engine..", "io.mingjing..process..", "db.migration..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("moving to a fork of the engine must stay a small change");

    @ArchTest
    static final ArchRule nobodyReadsTheTimeWithoutAClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("reads the time without a Clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getName().equals("now")
                            && CLOCKED_TYPES.contains(call.getTargetOwner().getName())
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.getName().equals("java.time.Clock"));
                }
            })
            .because("time can be driven");

    @ArchTest
    static final ArchRule onlyThePortalActsForThePublic = noClasses()
            .that()
            .resideOutsideOfPackages("io.mingjing.portal..", "io.mingjing.shared..")
            .and()
            .doNotHaveFullyQualifiedName("io.mingjing.review.Reviews") // registerOnline
            .should()
            .accessField(Actor.class, "PUBLIC")
            .because("whoever acts as the public has shown number and code, which the portal alone asks for");

    @ArchTest
    static final ArchRule sharedKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("io.mingjing.shared..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.ibatis..", "org.camunda..");

    @ArchTest
    static final ArchRule mappersStayInsideTheirModule =
            classes().that().areAnnotatedWith(Mapper.class).should().notBePublic();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should(beAnnotatedWith(Autowired.class));

    @ArchTest
    static final ArchRule packagesAreNamedAfterWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..dto..", "..util..", "..common..", "..config..", "..helper..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideInAPackage("io.mingjing..")
            .and(new DescribedPredicate<JavaClass>("are top level") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isTopLevelClass();
                }
            })
            .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    if (!marked) {
                        events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                type, type.getPackageName() + " has no @NullMarked package-info"));
                    }
                }
            });
}
