package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesIT {

    private final Cases cases;
    private final Parties parties;
    private final Handlers handlers;
    private final Recusals recusals;
    private final Links links;
    private final Notes notes;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Organs organs;
    private final People people;
    private final CaseWorld world;

    @Autowired
    CasesIT(
            Cases cases,
            Parties parties,
            Handlers handlers,
            Recusals recusals,
            Links links,
            Notes notes,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Organs organs,
            People people) {
        this.cases = cases;
        this.parties = parties;
        this.handlers = handlers;
        this.recusals = recusals;
        this.links = links;
        this.notes = notes;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.organs = organs;
        this.people = people;
        this.world = new CaseWorld(organs, people);
    }

    private CaseFile register(String title, NewParty... more) {
        return cases.register(world.review(title, more), world.clerk);
    }

    @Test
    void registerNumbersHaveNoGapsAndNoDoublesUnderEightThreadsAndRollbacks() throws Exception {
        CaseWorld own = new CaseWorld(organs, people);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> results = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            boolean fails = i % 6 == 5;
            results.add(threads.submit(() -> transaction.execute(status -> {
                String number = cases.register(own.review("并发"), own.clerk).registerNo();
                if (fails) {
                    status.setRollbackOnly();
                    return "";
                }
                return number;
            })));
        }
        Set<String> numbers = new TreeSet<>();
        for (Future<String> result : results) {
            numbers.add(result.get());
        }
        threads.shutdown();
        numbers.remove("");
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, 40)
                        .mapToObj(n -> "收〔2026〕" + n + "号")
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theCaseNumberIsAllocatedOnFirstUseAndKept() {
        CaseFile file = register("案号");

        String number = cases.number(file.id(), CaseWorld.MONDAY);

        assertThat(number).startsWith("沈和政").contains("复〔2026〕").endsWith("号");
        assertThat(cases.number(file.id(), CaseWorld.MONDAY.plusYears(1))).isEqualTo(number);
        assertThat(cases.require(file.id()).number()).isEqualTo(number);
        assertThat(cases.byNumber(number, world.officer).map(CaseFile::id)).contains(file.id());
        assertThat(cases.byQueryCode(file.queryCode()).map(CaseFile::id)).contains(file.id());
    }

    @Test
    void eachRoleSeesTheCasesOfItsScopeOnly() {
        CaseFile file = register("范围");

        for (Actor actor : List.of(world.clerk, world.officer, world.unitHead, world.organHead, world.auditor)) {
            assertThat(sees(actor, file)).as(actor.name()).isTrue();
        }
        // a supervisor's areas are supervision and court appearance
        for (Actor actor : List.of(world.admin, world.strangerOfficer, world.supervisor, world.citySupervisor)) {
            assertThat(sees(actor, file)).as(actor.name()).isFalse();
        }
    }

    @Test
    void supervisorsSeeTheGovernmentsBelowTheirOwn() {
        CaseFile order = cases.register(
                new NewCase(
                        Area.SUPERVISION,
                        "supervisionOrder",
                        "督办",
                        world.district.id(),
                        CaseWorld.MONDAY,
                        List.of(NewParty.organ(PartyRole.RESPONSIBLE, world.police.id(), world.police.name()))),
                world.supervisor);

        assertThat(sees(world.supervisor, order)).isTrue();
        assertThat(sees(world.citySupervisor, order)).isTrue();
        assertThat(sees(world.officer, order)).isFalse();
    }

    @Test
    void contactsSeeACaseOnceSomethingIsAddressedToTheirOrgan() {
        CaseFile file = register("联络");
        assertThat(sees(world.contact, file)).isFalse();

        parties.address(file.id(), PartyRole.RESPONDENT);

        assertThat(sees(world.contact, file)).isTrue();
        assertThat(notes.of(file.id(), world.contact)).isEmpty();
    }

    @Test
    void recusedPeopleNoLongerSeeOrHandleTheCase() {
        CaseFile file = register("回避");
        handlers.claimed(file.id(), Role.REVIEW_OFFICER, world.officer);

        recusals.recuse(file.id(), world.officer.userId(), "当事人近亲属", world.unitHead);

        assertThat(sees(world.officer, file)).isFalse();
        assertThat(handlers.of(file.id())).isEmpty();
        assertThatThrownBy(() -> handlers.lead(file.id(), world.officer.userId(), world.unitHead))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RECUSED"));
    }

    private boolean sees(Actor actor, CaseFile file) {
        boolean listed = cases.search(CaseQuery.all().page(200, null), actor).items().stream()
                .anyMatch(row -> row.id().equals(file.id()));
        boolean opened;
        try {
            opened = cases.get(file.id(), actor).id().equals(file.id());
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("CASE_NOT_FOUND");
            opened = false;
        }
        assertThat(listed).isEqualTo(opened);
        return opened;
    }

    @Test
    void searchFindsBracketsRareCharactersEmojiAndSingleCharacters() {
        CaseFile file = register("不服罚款决定", NewParty.person(PartyRole.APPLICANT, "𠮷田一郎"), emoji());
        CaseFile other = register("申请信息公开", NewParty.person(PartyRole.APPLICANT, "吉田一郎"));
        String number = file.registerNo();

        assertThat(found("〔2026〕" + number.substring(number.indexOf('〕') + 1))).contains(file.id());
        assertThat(found("[２０２６]")).contains(file.id(), other.id());
        assertThat(found("𠮷")).containsExactly(file.id());
        assertThat(found("𠮷田")).containsExactly(file.id());
        assertThat(found("吉田")).containsExactly(other.id());
        assertThat(found("😀")).containsExactly(file.id());
        assertThat(found("郎 罚款")).containsExactly(file.id());
        assertThat(found("款罚")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    private NewParty emoji() {
        return NewParty.person(PartyRole.THIRD_PARTY, "笑脸😀商店");
    }

    private List<String> found(String words) {
        return cases.search(CaseQuery.all().matching(words), world.officer).items().stream()
                .map(CaseRow::id)
                .toList();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        CaseWorld own = new CaseWorld(organs, people);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(cases.register(own.review("翻页" + i), own.clerk).id());
        }
        for (CaseQuery.Order order : CaseQuery.Order.values()) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                CaseQuery query = new CaseQuery(null, null, null, null, null, null, null, order, 3, after);
                CasePage page = cases.search(query, own.officer);
                assertThat(page.total()).isEqualTo(7);
                page.items().forEach(row -> seen.add(row.id()));
                after = page.next();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void numbersAreStoredEncryptedShownMaskedAndFoundByEquality() {
        NewParty applicant = new NewParty(
                PartyRole.APPLICANT,
                PartyKind.PERSON,
                "密文",
                null,
                null,
                "210102199001011234",
                "13800138000",
                null,
                null);
        CaseFile file = register("加密", applicant);
        Party party = parties.of(file.id(), PartyRole.APPLICANT).get(0);

        assertThat(party.idNumberMasked()).isEqualTo("210*************34");
        assertThat(jdbc.queryForList("select * from casefile_party where id = ?", party.id())
                        .toString())
                .doesNotContain("210102199001011234")
                .doesNotContain("13800138000");
        assertThat(parties.search(PersonalField.PHONE, "138-0013-8000", world.officer))
                .extracting(Party::caseId)
                .contains(file.id());
        assertThat(parties.search(PersonalField.PHONE, "13800138000", world.strangerOfficer))
                .isEmpty();
        assertThat(parties.reveal(party.id(), PersonalField.ID_NUMBER, world.clerk))
                .contains("210102199001011234");
        assertThatThrownBy(() -> parties.reveal(party.id(), PersonalField.ID_NUMBER, world.auditor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void theSecondOfTwoCorrectionsOfOneVersionIsRefused() {
        CaseFile file = register("冲突");
        Party seen = parties.of(file.id(), PartyRole.APPLICANT).get(0);
        NewParty better = NewParty.person(PartyRole.APPLICANT, "张叁");
        parties.correct(seen.id(), better, seen.version(), world.clerk);

        assertThatThrownBy(() -> parties.correct(seen.id(), better, seen.version(), world.clerk))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PARTY_CHANGED"));
        assertThat(found("张叁")).contains(file.id());
        assertThatThrownBy(() -> cases.rename(file.id(), "新名", 99, world.unitHead))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CASE_CHANGED"));
    }

    @Test
    void theFirstToClaimLeadsAndTheHeadNamesTheSecond() {
        CaseFile file = register("承办");

        assertThat(handlers.claimed(file.id(), Role.INTAKE_CLERK, world.clerk)).isFalse();
        assertThat(handlers.claimed(file.id(), Role.REVIEW_OFFICER, world.officer))
                .isTrue();
        assertThat(handlers.claimed(file.id(), Role.REVIEW_OFFICER, world.secondOfficer))
                .isFalse();
        handlers.second(file.id(), world.secondOfficer.userId(), world.unitHead);

        assertThat(handlers.of(file.id()))
                .extracting(Handler::name, Handler::kind)
                .containsExactly(tuple("李军", Handler.Kind.LEAD), tuple("王芳", Handler.Kind.SECOND));
        assertThatThrownBy(() -> handlers.second(file.id(), world.strangerOfficer.userId(), world.unitHead))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CANNOT_HANDLE"));
        assertThatThrownBy(() -> handlers.lead(file.id(), world.secondOfficer.userId(), world.officer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("UNIT_HEAD_ONLY"));
        assertThat(handlers.candidates(file.id()))
                .extracting(person -> person.name())
                .contains("李军", "王芳")
                .doesNotContain("陈远", "郑直");
    }

    @Test
    void linksAreSeenFromBothEnds() {
        CaseFile first = register("前");
        CaseFile second = register("后");
        links.link(second.id(), first.id(), CaseLink.Kind.FOLLOWS, null, world.officer);

        assertThat(links.of(first.id(), world.officer)).singleElement().satisfies(link -> {
            assertThat(link.otherId()).isEqualTo(second.id());
            assertThat(link.outgoing()).isFalse();
        });
        assertThat(links.of(second.id(), world.officer))
                .singleElement()
                .satisfies(link -> assertThat(link.outgoing()).isTrue());
        assertThatThrownBy(() -> links.link(first.id(), second.id(), CaseLink.Kind.FOLLOWS, null, world.officer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LINKED_ALREADY"));
    }

    @Test
    void auditorsReadAndWriteNothing() {
        CaseFile file = register("审计");

        assertThat(notes.of(file.id(), world.auditor)).isEmpty();
        assertThatThrownBy(() -> notes.add(file.id(), "批注", world.auditor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("OFFICERS_ONLY"));
    }
}
