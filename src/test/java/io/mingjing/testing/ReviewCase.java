package io.mingjing.testing;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Intakes;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.review.NewPartyView;
import io.mingjing.review.PartyView;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ReviewStaff;
import io.mingjing.shared.Actor;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * A review case brought to a step by its people, through the real services, all on the day at which the clock stands:
 * {@code ReviewCase.registered(context).to(Step.HEARD)}. The values of the forms can be changed beforehand.
 */
public final class ReviewCase {

    /** The steps in their order; each says what has been done. */
    public enum Step {
        REGISTERED,
        /** The officer has proposed acceptance and the head has agreed; letters not issued yet. */
        ACCEPTED,
        /** The letters of acceptance are issued and served: the respondent has its copy. */
        COPIED,
        REPLIED,
        HEARD,
        DRAFTED,
        /** Agreed to by both heads and issued under its number. */
        DECIDED,
        /** Served on everybody; the case is closed and waits for its performance. */
        SERVED
    }

    /** The fields of 受理审查 that answer the seven conditions. */
    public static final List<String> CONDITIONS = List.of(
            "conditionParties",
            "conditionInterest",
            "conditionRequest",
            "conditionInTime",
            "conditionInScope",
            "conditionCompetent",
            "conditionNotAccepted");

    private static final String MATTER = "住建罚字〔2026〕7号行政处罚决定";

    private final ApplicationContext context;
    private final String id;
    private Step step = Step.REGISTERED;

    private ReviewCase(ApplicationContext context, String id) {
        this.context = context;
        this.id = id;
    }

    /** An application handed in at the counter today by 吴𠮷祥 against a penalty of the organ of {@code organ-contact}. */
    public static ReviewCase registered(ApplicationContext context) {
        return registered(context, Map.of());
    }

    /** @param changes fields of the start form that differ from {@link #application(ApplicationContext)} */
    public static ReviewCase registered(ApplicationContext context, Map<String, ?> changes) {
        Map<String, Object> values = application(context);
        values.putAll(changes);
        CaseFile file = context.getBean(Intakes.class)
                .start("administrativeReview", values, null, actor(context, "intake-clerk"));
        return new ReviewCase(context, file.id());
    }

    /** An accepted case about an act of its own: for tests after which that act cannot be complained of again. */
    public static ReviewCase acceptedAbout(ApplicationContext context, String actName) {
        ReviewCase review = registered(context, Map.of("actName", actName));
        Map<String, Object> values = acceptance();
        values.put("matter", actName);
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        review.complete(
                "unit-head",
                "userTask_approveAcceptance",
                Map.of(
                        "result",
                        "APPROVE",
                        "opinion",
                        "同意受理。",
                        "acceptedOn",
                        review.today().toString()));
        review.step = Step.ACCEPTED;
        return review;
    }

    /** The same walk for a case that was registered in another way. */
    public static ReviewCase of(ApplicationContext context, String caseId) {
        return new ReviewCase(context, caseId);
    }

    public String id() {
        return id;
    }

    public CaseFile file() {
        return context.getBean(Cases.class).require(id);
    }

    /** Goes on to that step; nothing happens where the case is there already. */
    public ReviewCase to(Step goal) {
        while (step.compareTo(goal) < 0) {
            step = Step.values()[step.ordinal() + 1];
            reach(step);
        }
        return this;
    }

    private void reach(Step next) {
        switch (next) {
            case ACCEPTED -> {
                complete("review-officer", "userTask_reviewAcceptance", acceptance());
                complete(
                        "unit-head",
                        "userTask_approveAcceptance",
                        Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", today().toString()));
            }
            case COPIED -> {
                complete("intake-clerk", "userTask_issueAcceptance", issue());
                serve("acceptance-notice");
                serve("reply-notice");
                complete("intake-clerk", "userTask_serveAcceptance", Map.of());
            }
            case REPLIED -> {
                attach("organ-contact", "userTask_submitReply", "答复书");
                complete("organ-contact", "userTask_submitReply", reply());
            }
            case HEARD -> {
                hear();
                complete("review-officer", "userTask_hearViews", views(today()));
            }
            case DRAFTED -> complete("review-officer", "userTask_draftDecision", revocation());
            case DECIDED -> {
                complete("unit-head", "userTask_unitHeadReview", Map.of("result", "APPROVE", "opinion", "同意。"));
                complete(
                        "organ-head",
                        "userTask_organHeadApproval",
                        Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD"));
                complete("gov-office", "userTask_issueDecision", issue());
            }
            case SERVED -> {
                serve("decision");
                complete("intake-clerk", "userTask_serveDecision", Map.of());
            }
            case REGISTERED -> throw new IllegalStateException("registered is where every case begins");
        }
    }

    /** Hears today, in person and with a signed record, every party that was not heard yet. */
    public ReviewCase hear() {
        PartyViews views = context.getBean(PartyViews.class);
        List<String> officers = context.getBean(ReviewStaff.class).of(id).stream()
                .map(Person::name)
                .limit(2)
                .toList();
        Actor officer = actor("review-officer");
        for (PartyViews.Heard heard : views.of(id, officer)) {
            if (heard.due() && !heard.settled()) {
                String name = heard.party().name();
                views.record(
                        id,
                        new NewPartyView(
                                heard.party().id(),
                                PartyView.Way.IN_PERSON,
                                null,
                                today(),
                                "市司法局接待室",
                                name,
                                officers,
                                name + "称处罚前从未接到告知。",
                                true,
                                null),
                        officer);
            }
        }
        return this;
    }

    /** Takes the open task of that kind and completes it. */
    public ReviewCase complete(String login, String taskKey, Map<String, ?> values) {
        Actor actor = actor(login);
        Worklist worklist = context.getBean(Worklist.class);
        TaskItem task = task(taskKey);
        if (!task.heldBy(actor.userId())) {
            worklist.claim(task.id(), actor);
        }
        worklist.complete(task.id(), new HashMap<>(values), actor);
        return this;
    }

    /** The open task of that kind. */
    public TaskItem task(String taskKey) {
        return context.getBean(Worklist.class).openOfCase(id).stream()
                .filter(task -> task.definitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError(taskKey + " is not open, but " + open()));
    }

    /** Keys of the open tasks. */
    public List<String> open() {
        return context.getBean(Worklist.class).openOfCase(id).stream()
                .map(TaskItem::definitionKey)
                .toList();
    }

    /** Hands the current letter of that type to each of its recipients today. */
    public ReviewCase serve(String letterType) {
        Letters letters = context.getBean(Letters.class);
        Letter letter = letters.current(id, letterType).orElseThrow();
        for (Recipient recipient : letters.recipients(letter.id())) {
            letters.serve(
                    letter.id(), recipient.partyId(), ServiceMethod.DIRECT, today(), null, null, actor("intake-clerk"));
        }
        return this;
    }

    /** Adds a small PDF to the open task of that kind. */
    public ReviewCase attach(String login, String taskKey, String label) {
        context.getBean(Attachments.class)
                .store(
                        id,
                        task(taskKey).id(),
                        label,
                        FilePart.MAIN,
                        label + ".pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        actor(login));
        return this;
    }

    public Actor actor(String login) {
        return actor(context, login);
    }

    private LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class));
    }

    private static Actor actor(ApplicationContext context, String login) {
        People people = context.getBean(People.class);
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    /** What the clerk writes into 登记收件. */
    public static Map<String, Object> application(ApplicationContext context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("receivedOn", LocalDate.now(context.getBean(Clock.class)).toString());
        values.put("channel", "COUNTER");
        values.put("applicantKind", "PERSON");
        values.put("applicantName", "吴𠮷祥");
        values.put("applicantPhone", "13900004321");
        values.put("applicantAddress", "盛阳市和安区槐荫路18号");
        values.put(
                "respondentOrgan",
                context.getBean(People.class)
                        .findByLogin("organ-contact")
                        .orElseThrow()
                        .organId());
        values.put("actKind", "PENALTY");
        values.put("actName", MATTER);
        values.put("requests", "请求撤销该处罚决定。");
        values.put("reasons", "处罚前没有告知。");
        return values;
    }

    /** What the officer writes into 受理审查 to accept. */
    public static Map<String, Object> acceptance() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("acceptance", "ACCEPT");
        CONDITIONS.forEach(condition -> values.put(condition, "YES"));
        values.put("matter", MATTER);
        values.put("contact", "周明远 024-0000018");
        return values;
    }

    /** What the officer writes into 受理审查 to ask for corrections. */
    public static Map<String, Object> correction() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("acceptance", "CORRECT");
        values.put("matter", MATTER);
        values.put("contact", "周明远 024-0000018");
        values.put("correctionItems", "补充授权委托书。");
        return values;
    }

    /** What the officer writes into 受理审查 to refuse. */
    public static Map<String, Object> refusal() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("conditionInTime", "NO");
        values.put("conditionInTimeReason", "申请超过法定期限。");
        values.put("acceptance", "REFUSE");
        values.put("matter", MATTER);
        values.put("refusalGround", "OUT_OF_TIME");
        values.put("refusalReason", "申请超过法定期限。");
        return values;
    }

    public static Map<String, Object> reply() {
        return Map.of(
                "replyText", "本机关作出的行政处罚事实清楚、程序合法，请求维持。",
                "legalBasis", "《物业管理条例》有关规定。",
                "evidenceList", "1. 现场检查笔录一份；2. 责令改正通知书一份。",
                "personInCharge", "林国栋",
                "staffNames", "孙立、高敏",
                "contactPhone", "024-0000025");
    }

    public static Map<String, Object> views(LocalDate on) {
        return Map.of(
                "method", "IN_PERSON",
                "heardOn", on.toString(),
                "heardPersons", "申请人吴𠮷祥",
                "officers", "周启航、沈一帆",
                "recordSummary", "申请人称处罚前从未接到告知。");
    }

    /** The draft of a decision that revokes the act. */
    public static Map<String, Object> revocation() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("outcome", "REVOKE");
        values.put("grounds", List.of("FACTS_UNCLEAR", "PROCEDURE"));
        values.put("applicantClaim", "申请人请求撤销该处罚决定，认为处罚前没有告知。");
        values.put("respondentReply", "被申请人认为处罚事实清楚、程序合法，请求维持。");
        values.put("factsFound", "经查，案卷中没有告知笔录和听取陈述申辩的记录。");
        values.put("reasons", "被申请人未依法保障申请人的陈述、申辩权，违反法定程序。");
        values.put("legalBasis", "《中华人民共和国行政复议法》第六十四条第一款第（二）项");
        values.put("holding", "撤销" + MATTER + "。");
        return values;
    }

    public static Map<String, Object> issue() {
        return Map.of("copies", 4, "sealKeeper", "何静怡");
    }
}
