package io.mingjing.replay;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.document.ServiceRecord;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Person;
import io.mingjing.review.Enquiries;
import io.mingjing.review.Enquiry;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ReviewStaff;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Lives a year day by day under driven time: everybody looks at the open steps of the cases and does what the story says,
 * on the day it is due, through the services that the pages and the machine interface call. What a rule refuses is tried
 * again on a later day; what stays refused is told in {@link #troubles()}.
 */
final class Year {

    private static final String REVIEW = "administrativeReview";
    private static final int TRIES = 8;
    private static final int ROUNDS = 12;

    private final ApplicationContext context;
    private final Profile profile;
    private final Cast cast;
    private final DayCount days;
    private final Random random;
    private final Worklist worklist;
    private final Letters letters;
    private final Procedures procedures;
    private final CaseLimits limits;
    private final Reviews reviews;
    private final Cases cases;
    private final Timekeeper time;
    private final List<Life> lives = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> troubles = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    private LocalDate today;

    /** A case under way. */
    private final class Life {
        final Story story;
        final String id;
        final Map<String, LocalDate> planned = new HashMap<>();
        final Map<String, Integer> tries = new HashMap<>();
        final Set<String> begun = new HashSet<>();
        LocalDate wake;

        @Nullable
        LocalDate resumeOn;

        @Nullable
        LocalDate hearingOn;

        boolean over;

        Life(Story story, String id) {
            this.story = story;
            this.id = id;
            this.wake = today;
        }
    }

    Year(ApplicationContext context, Profile profile, Cast cast, DayCount days, long seed) {
        this.context = context;
        this.profile = profile;
        this.cast = cast;
        this.days = days;
        this.random = new Random(seed + 1);
        this.worklist = context.getBean(Worklist.class);
        this.letters = context.getBean(Letters.class);
        this.procedures = context.getBean(Procedures.class);
        this.limits = context.getBean(CaseLimits.class);
        this.reviews = context.getBean(Reviews.class);
        this.cases = context.getBean(Cases.class);
        this.time = context.getBean(Timekeeper.class);
        this.today = LocalDate.of(profile.year(), 1, 1);
    }

    /** From New Year's Day to the evening of the last day. */
    void live(List<Story> stories, List<LocalDate> enquiries) {
        Deque<Story> coming = new ArrayDeque<>(stories);
        Deque<LocalDate> asking = new ArrayDeque<>(enquiries);
        LocalDate last = LocalDate.of(profile.year(), 12, 31);
        boolean loud = stories.size() > 50;
        int month = 0;
        for (; !today.isAfter(last); today = today.plusDays(1)) {
            if (!days.working(today)) {
                continue; // what falls due meanwhile happens on its day all the same
            }
            goTo(LocalTime.of(9, 0));
            if (loud && today.getMonthValue() != month) {
                month = today.getMonthValue();
                System.out.println(today + ": " + lives.size() + " applications so far");
            }
            while (!asking.isEmpty() && !asking.peek().isAfter(today)) {
                asking.remove();
                ask();
            }
            while (!coming.isEmpty() && !coming.peek().receivedOn().isAfter(today)) {
                register(coming.remove());
            }
            for (Life life : lives) {
                if (!life.over && !life.wake.isAfter(today)) {
                    live(life);
                }
            }
        }
        today = last;
        goTo(LocalTime.of(23, 59));
    }

    /** What was refused and stayed so: code and step, with how often. */
    List<String> troubles() {
        return troubles;
    }

    /** How often each code was refused on the way; a refusal that a later day heals is no trouble. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    /** How often each step was done. */
    Map<String, Integer> done() {
        return done;
    }

    private void goTo(LocalTime hour) {
        time.advanceTo(LocalDateTime.of(today, hour).atZone(Timekeeper.ZONE).toInstant());
    }

    private void ask() {
        context.getBean(Enquiries.class)
                .record(
                        new Enquiries.NewEnquiry(
                                today,
                                "来访人",
                                "PERSON",
                                random.nextBoolean() ? Enquiry.Way.VISIT : Enquiry.Way.PHONE,
                                null,
                                "询问如何申请行政复议。",
                                "已经告知申请条件、期限和渠道。",
                                "ANSWERED"),
                        cast.clerk);
    }

    private void register(Story story) {
        Map<String, Object> values = Forms.application(
                story, cast.departments.get(story.department()).id());
        CaseFile file = context.getBean(Intakes.class).start(REVIEW, values, null, cast.clerk);
        count("register");
        lives.add(new Life(story, file.id()));
    }

    /** Does what is planned until today, and notes when to look again. */
    private void live(Life life) {
        for (int round = 0; round < ROUNDS; round++) {
            List<TaskItem> open = worklist.openOfCase(life.id);
            if (open.isEmpty() && !aside(life, open)) {
                life.over = cases.require(life.id).archivedOn() != null;
                life.wake = today.plusDays(life.over ? 400 : 5);
                return;
            }
            LocalDate next = today.plusDays(5);
            boolean acted = false;
            for (TaskItem task : open) {
                LocalDate on = life.planned.computeIfAbsent(task.id(), id -> plan(life, task));
                if (on.equals(never())) {
                    next = today.plusDays(1); // something else will happen, and must be seen at once
                } else if (on.isAfter(today)) {
                    next = on.isBefore(next) ? on : next;
                } else if (!acted) {
                    acted = step(life, task);
                    if (!acted) {
                        LocalDate again = life.planned.get(task.id());
                        if (again == null || !again.isAfter(today)) {
                            life.planned.put(task.id(), days.workingDays(today, 1));
                        }
                        next = today.plusDays(1);
                    }
                }
            }
            if (!acted && !aside(life, open)) {
                LocalDate resume = life.resumeOn;
                life.wake = resume != null && resume.isBefore(next) && resume.isAfter(today) ? resume : next;
                return;
            }
        }
        life.wake = today.plusDays(1);
    }

    /** Begins what runs beside the main process, once its time has come; answers whether something was begun. */
    private boolean aside(Life life, List<TaskItem> open) {
        Story story = life.story;
        LocalDate resume = life.resumeOn;
        if (resume != null && !resume.isAfter(today) && !life.begun.contains("resumption")) {
            return begin(life, "resumption", Map.of("facts", "中止的原因已经消除。"));
        }
        TaskItem review = open.stream()
                .filter(is("userTask_reviewAcceptance"))
                .findFirst()
                .orElse(null);
        if (story.fate() == Fate.TOLD && review != null && !life.begun.contains("informApplicant")) {
            Actor officer = cast.of(review.pool(), story);
            if (!review.heldBy(officer.userId())) {
                worklist.claim(review.id(), officer);
            }
            return begin(
                    life,
                    "informApplicant",
                    Map.of("informing", "REPEAT", "earlierMatter", "此前的申请", "informText", "重复申请，没有新的事实和理由，不再处理。"));
        }
        boolean drafting = open.stream().anyMatch(is("userTask_draftDecision"));
        if (!drafting) {
            return false;
        }
        return switch (story.course()) {
            case EXTENSION ->
                begin(life, "extension", Map.of("days", String.valueOf(story.days()), "reason", "案情复杂，需要调取材料。"));
            case SUSPENSION, TERMINATED -> begin(life, "suspension", Forms.suspension(story.pauseGround()));
            case EXCLUSION ->
                begin(
                        life,
                        "exclusion",
                        Map.of(
                                "ground",
                                "APPRAISAL",
                                "order",
                                "委鉴" + story.number() + "号",
                                "fromOn",
                                today.toString(),
                                "facts",
                                "委托鉴定。"));
            case HEARING ->
                life.begun.contains("hearing") && !procedures.running(life.id, "hearing")
                        ? begin(life, "committee", Forms.consultation("MAJOR")) // a compulsory hearing: a major case
                        : begin(
                                life,
                                "hearing",
                                Map.of(
                                        "hearingGrounds",
                                        List.of("DOUBTFUL_EVIDENCE"),
                                        "hearingReason",
                                        "双方对检查经过各执一词。"));
            case COMMITTEE -> begin(life, "committee", Forms.consultation("SPECIALISED"));
            case MEDIATED, MEDIATION_FAILED -> begin(life, "mediation", Forms.mediation());
            case CONVERTED -> begin(life, "procedureConversion", Map.of("reason", "争议较大，不宜适用简易程序。"));
            case WITHDRAWN ->
                begin(
                        life,
                        "withdrawal",
                        Map.of(
                                "requestedOn", today.toString(),
                                "requestWay", "WRITTEN",
                                "statedReason", "与被申请人达成和解。",
                                "settled", "true",
                                "voluntary", "true",
                                "voluntariness", "经电话核实，撤回系申请人真实意思。"));
            case DISMISSED ->
                begin(
                        life,
                        "dismissal",
                        Map.of("dismissalGround", "NO_INTEREST", "facts", "受理后查明申请人没有利害关系。", "reason", "申请不符合受理条件。"));
            default -> false;
        };
    }

    private static java.util.function.Predicate<TaskItem> is(String key) {
        return task -> task.definitionKey().equals(key);
    }

    private boolean begin(Life life, String process, Map<String, ?> values) {
        if (!life.begun.add(process)) {
            return false;
        }
        try {
            procedures.start(life.id, process, values, null, cast.officers.get(life.story.officer()));
            count(process);
            return true;
        } catch (Refusal refusal) {
            refused(life, process, refusal);
            if (tried(life, process) < TRIES) {
                life.begun.remove(process);
            } else {
                troubles.add(life.story.course() + " " + process + ": " + told(refusal));
            }
            return false;
        }
    }

    /** The day on which a step is done that is seen for the first time today. */
    private LocalDate plan(Life life, TaskItem task) {
        Story story = life.story;
        return switch (task.definitionKey()) {
            case "userTask_reviewAcceptance" ->
                story.fate() == Fate.TOLD || story.course() == Course.DEEMED
                        ? never()
                        : story.fate() == Fate.PENDING ? later(3, 5) : later(0, 2);
            case "userTask_approveAcceptance",
                    "userTask_approveRefusal",
                    "userTask_signRefusal",
                    "userTask_approveCorrection" -> later(0, 1);
            case "userTask_recordCorrection" -> story.fate() == Fate.GIVEN_UP ? never() : later(2, 8);
            case "userTask_submitReply" ->
                story.course() == Course.NO_REPLY ? never() : simplified(life) ? later(1, 4) : later(3, 8);
            case "userTask_hearViews" -> later(2, 6);
            case "userTask_draftDecision" ->
                switch (story.course()) {
                    case WITHDRAWN, DISMISSED, MEDIATED, TERMINATED -> never();
                    default -> draftDay(life);
                };
            case "userTask_proposeTermination" -> later(1, 3);
            case "userTask_endExclusion" -> later(story.days() / 2, story.days() / 2);
            case "userTask_recordMediation" -> later(3, 8);
            case "userTask_collectSignature" -> later(0, 2);
            case "userTask_followPerformance", "userTask_followMediation" -> later(5, 15);
            case "userTask_answerOpinion" -> later(8, 30);
            case "userTask_recordSuitResult" -> later(20, 40);
            case "userTask_archiveCase", "userTask_archiveMediation", "userTask_fileCase" -> later(5, 20);
            case "userTask_liftStay" -> later(5, 10);
            default -> later(0, 1);
        };
    }

    /** Whether what the course has beside the main process is still under way. */
    private boolean asideRuns(Life life) {
        String process = switch (life.story.course()) {
            case EXTENSION -> "extension";
            case SUSPENSION -> life.begun.contains("resumption") ? "resumption" : "suspension";
            case EXCLUSION -> "exclusion";
            case HEARING -> life.begun.contains("committee") ? "committee" : "hearing";
            case COMMITTEE -> "committee";
            case MEDIATION_FAILED -> "mediation";
            case CONVERTED -> "procedureConversion";
            default -> null;
        };
        return process != null
                && (process.equals("suspension")
                        || (life.story.course() == Course.HEARING && process.equals("hearing"))
                        || !life.begun.contains(process)
                        || procedures.running(life.id, process));
    }

    private LocalDate later(int least, int most) {
        int wait = least + random.nextInt(most - least + 1);
        return wait == 0 ? today : days.workingDays(today, wait);
    }

    private static LocalDate never() {
        return LocalDate.MAX;
    }

    /** Some day before the decision is due, early enough for the steps up to its service. */
    private LocalDate draftDay(Life life) {
        if (life.story.open()) {
            return LocalDate.of(profile.year() + 1, 1, 5);
        }
        LocalDate due = decision(life.id).map(CaseLimit::dueOn).orElse(null);
        LocalDate latest = LocalDate.of(profile.year(), 12, 15);
        if (due != null && due.minusDays(13).isBefore(latest)) {
            latest = due.minusDays(13);
        }
        LocalDate soon = days.workingDays(today, 1);
        int room = days.between(soon, latest);
        return room <= 0 ? soon : days.workingDays(soon, random.nextInt(room + 1));
    }

    private java.util.Optional<CaseLimit> decision(String caseId) {
        return limits.of(caseId).stream()
                .filter(limit ->
                        limit.rule().startsWith("AR-DECIDE") && limit.state().isOpen())
                .findFirst();
    }

    private boolean simplified(Life life) {
        return "SIMPLIFIED".equals(cases.require(life.id).procedure());
    }

    /** Does one step; answers false where it must wait for another. */
    private boolean step(Life life, TaskItem task) {
        String key = task.definitionKey();
        Actor actor = cast.of(task.pool(), life.story);
        try {
            Map<String, Object> values = prepare(life, task, actor);
            if (values == null) {
                return false;
            }
            if (!task.heldBy(actor.userId())) {
                worklist.claim(task.id(), actor);
            }
            worklist.complete(task.id(), values, actor);
            count(key);
            after(life, key);
            return true;
        } catch (Refusal refusal) {
            refused(life, key, refusal);
            if (tried(life, key) == TRIES) {
                troubles.add(life.story.course() + " " + key + ": " + told(refusal));
            }
            return false;
        }
    }

    private int tried(Life life, String what) {
        return life.tries.merge(what, 1, Integer::sum);
    }

    private void refused(Life life, String what, Refusal refusal) {
        refusals.merge(what + " " + told(refusal), 1, Integer::sum);
    }

    private static String told(Refusal refusal) {
        return refusal.errors().isEmpty()
                ? refusal.code()
                : refusal.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .collect(Collectors.joining(", "));
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** What is written into the form of a step, after what belongs to it is done; null where it must wait. */
    private @Nullable Map<String, Object> prepare(Life life, TaskItem task, Actor actor) {
        Story story = life.story;
        String key = task.definitionKey();
        switch (key) {
            case "userTask_reviewAcceptance" -> {
                boolean correct = story.corrected() && !life.begun.contains("correction");
                return correct
                        ? Forms.correction(story)
                        : story.fate() == Fate.REFUSED ? Forms.refusal(story) : Forms.acceptance(story);
            }
            case "userTask_approveAcceptance" -> {
                return Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", today.toString());
            }
            case "userTask_draftDeemedLetters" -> {
                return Map.of("matter", story.act(), "contact", "宋承办 024-0000018", "lapseReason", "审查期限内未作出处理。");
            }
            case "userTask_recordCorrection" -> {
                return Map.of("correctedOn", today.toString(), "channel", "COUNTER", "materials", "补正材料二份。");
            }
            case "userTask_submitReply" -> {
                attach(life.id, task.id(), "答复书", actor);
                return Forms.reply();
            }
            case "userTask_hearViews" -> {
                hear(life);
                return Forms.views(story, today, simplified(life));
            }
            case "userTask_draftDecision" -> {
                if (asideRuns(life)) {
                    return null;
                }
                if (!life.begun.contains("draft")) {
                    life.begun.add("draft");
                    LocalDate on = draftDay(life);
                    if (on.isAfter(today)) {
                        life.planned.put(task.id(), on);
                        return null;
                    }
                }
                hear(life); // whoever was not heard while the procedure was simplified
                return Forms.decision(story, reviews.get(life.id).replyMissing(), life.begun.contains("committee"));
            }
            case "userTask_organHeadApproval" -> {
                return Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD");
            }
            case "userTask_proposeTermination" -> {
                return Map.of("termination", "TERMINATE", "terminationReason", "中止满六十日，中止的原因仍未消除。");
            }
            case "userTask_endExclusion" -> {
                return Map.of("endedOn", today.toString(), "result", "已收到鉴定意见。");
            }
            case "userTask_approveHearing" -> {
                return Map.of("holdingAnswer", "HOLD", "holdingOpinion", "同意举行听证。");
            }
            case "userTask_arrangeHearing" -> {
                life.hearingOn = days.workingDays(today, 11);
                return Forms.hearing(life.hearingOn, cast, story);
            }
            case "userTask_holdHearing" -> {
                LocalDate on = life.hearingOn;
                if (on != null && on.isAfter(today)) {
                    life.planned.put(task.id(), on);
                    return null;
                }
                attach(life.id, task.id(), "听证笔录", actor);
                return Forms.held(story);
            }
            case "userTask_approveConsultation" -> {
                return Map.of("consultingAnswer", "CONSULT", "consultingOpinion", "同意咨询。");
            }
            case "userTask_inviteMembers" -> {
                return Map.of(
                        "consultationManner",
                        "MEETING",
                        "memberNames",
                        String.join("、", Cast.COMMITTEE),
                        "plannedOn",
                        today.toString(),
                        "consultationPlace",
                        "区司法局会议室");
            }
            case "userTask_recordCommitteeOpinion" -> {
                attach(life.id, task.id(), "委员签名页", actor);
                return Map.of(
                        "opinionAnswer", "GIVEN",
                        "opinionOn", today.toString(),
                        "attendedNames", String.join("、", Cast.COMMITTEE),
                        "votesFor", "2",
                        "votesAgainst", "0",
                        "abstentions", "0",
                        "committeeOpinion", "检测方法符合标准，建议维持。");
            }
            case "userTask_recordMediation" -> {
                return Forms.mediated(today, story.course() == Course.MEDIATED);
            }
            case "userTask_collectSignature" -> {
                String applicant = story.applicant();
                String signatory = life.begun.add("signed " + applicant)
                        ? applicant
                        : cast.departments.get(story.department()).name();
                return Map.of("signing", "SIGN", "signatory", signatory, "signedOn", today.toString());
            }
            case "userTask_followPerformance", "userTask_followMediation" -> {
                return Forms.performed(story, today);
            }
            case "userTask_archiveCase", "userTask_archiveMediation", "userTask_fileCase" -> {
                if (worklist.openOfCase(life.id).size() > 1) {
                    return null;
                }
                return Forms.archive();
            }
            case "userTask_answerOpinion" -> {
                return Map.of("answerText", "已经完善制度。", "answerPerson", "林国栋");
            }
            case "userTask_reviewAnswer" -> {
                return Map.of("answerResult", "RECTIFIED", "note", "已核查。");
            }
            case "userTask_recordSuitResult" -> {
                return Map.of("suitResult", "DISMISSED", "judgedOn", today.toString());
            }
            default -> {
                if (key.startsWith("userTask_issue")) {
                    return Forms.issue();
                }
                if (key.startsWith("userTask_serve")) {
                    serve(life.id, task.id());
                    return Map.of();
                }
                return Forms.approve();
            }
        }
    }

    /** What a step brings with it later. */
    private void after(Life life, String key) {
        Story story = life.story;
        switch (key) {
            case "userTask_recordCorrection" -> life.begun.add("correction");
            case "userTask_issueSuspension" -> {
                if (story.course() == Course.SUSPENSION) {
                    life.resumeOn = days.days(today, story.days());
                }
            }
            case "userTask_serveDecision" -> follow(life);
            default -> {}
        }
    }

    private void follow(Life life) {
        switch (life.story.after()) {
            case "OPINION" ->
                begin(life, "reviewOpinion", Map.of("opinionFacts", "未告知权利。", "opinionDemands", "完善告知制度。"));
            case "ADVICE" ->
                begin(
                        life,
                        "reviewAdvice",
                        Map.of("addressee", "区城市管理局", "adviceFacts", "多起案件未告知。", "adviceText", "统一告知书。"));
            case "COPY" -> begin(life, "superiorCopy", Map.of("addressee", "市主管部门", "copiedPapers", "行政复议决定书。"));
            case "SUIT" ->
                begin(
                        life,
                        "suitAfterReview",
                        Map.of("plaintiff", life.story.applicant(), "court", "区人民法院", "filedOn", today.toString()));
            default -> {}
        }
    }

    /** Hears each party that must be heard and was not, today and with a signed record. */
    private void hear(Life life) {
        if (simplified(life)) {
            return;
        }
        PartyViews views = context.getBean(PartyViews.class);
        Actor officer = cast.officers.get(life.story.officer());
        List<String> officers = context.getBean(ReviewStaff.class).of(life.id).stream()
                .map(Person::name)
                .limit(2)
                .toList();
        for (PartyViews.Heard one : views.of(life.id, officer)) {
            if (one.due() && !one.settled()) {
                views.record(life.id, Forms.view(life.story, one.party(), officers, today), officer);
            }
        }
    }

    private String attach(String caseId, String taskId, String label, Actor actor) {
        return context.getBean(Attachments.class)
                .store(
                        caseId,
                        taskId,
                        label,
                        FilePart.MAIN,
                        label + ".pdf",
                        new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                        actor)
                .id();
    }

    /** Hands every issued letter to those who have not got it yet. */
    private void serve(String caseId, String taskId) {
        for (Letter letter : letters.of(caseId)) {
            if (!letter.issued() || letters.allServed(letter.id())) {
                continue;
            }
            Set<String> served = letters.services(letter.id()).stream()
                    .map(ServiceRecord::recipientId)
                    .collect(Collectors.toSet());
            for (Recipient recipient : letters.recipients(letter.id())) {
                if (!served.contains(recipient.partyId())) {
                    boolean posted = random.nextInt(5) == 0;
                    letters.serve(
                            letter.id(),
                            recipient.partyId(),
                            posted ? ServiceMethod.POST : ServiceMethod.DIRECT,
                            today,
                            posted ? attach(caseId, taskId, "邮寄回执", cast.clerk) : null,
                            null,
                            cast.clerk);
                }
            }
        }
    }

    /** Where the accepted and refused cases stand that should have ended; for the report of a difference. */
    Map<String, Integer> left() {
        Map<String, Integer> left = new LinkedHashMap<>();
        for (Life life : lives) {
            if (!life.over
                    && life.story.fate() != Fate.PENDING
                    && !life.story.open()
                    && cases.require(life.id).closedOn() == null) {
                String open = worklist.openOfCase(life.id).stream()
                        .map(TaskItem::definitionKey)
                        .collect(Collectors.joining("+"));
                left.merge(life.story.fate() + " " + life.story.course() + " at " + open, 1, Integer::sum);
            }
        }
        return left;
    }
}
