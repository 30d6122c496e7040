package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.OfficialStyle;
import io.mingjing.document.Paper;
import io.mingjing.document.Paper.Fact;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records 笔录 of a review as papers to be signed and put on file. */
@Service
@Transactional(readOnly = true)
public class TrialPapers {

    private static final Map<PartyView.Way, String> WAYS = Map.of(
            PartyView.Way.IN_PERSON, "当面",
            PartyView.Way.ONLINE, "互联网",
            PartyView.Way.PHONE, "电话",
            PartyView.Way.HEARING, "听证",
            PartyView.Way.WRITTEN, "书面意见",
            PartyView.Way.NONE, "未能听取");

    private static final Map<PartyView.Ground, String> GROUNDS = Map.of(
            PartyView.Ground.DECLINED, "当事人拒绝发表意见",
            PartyView.Ground.UNREACHABLE, "无法与当事人取得联系",
            PartyView.Ground.STAYED_AWAY, "当事人无正当理由不按约定到场",
            PartyView.Ground.WANTS_WRITING, "当事人要求以书面形式提出意见",
            PartyView.Ground.TAKES_NO_PART, "第三人不参加行政复议");

    private static final Map<FileAccess.State, String> ANSWERS = Map.of(
            FileAccess.State.ASKED, "待审查",
            FileAccess.State.GRANTED, "同意",
            FileAccess.State.PARTLY, "部分同意",
            FileAccess.State.REFUSED, "不同意");

    private static final Map<String, String> EXCEPTIONS = Map.of(
            "STATE_SECRET", "涉及国家秘密",
            "TRADE_SECRET", "涉及商业秘密",
            "PRIVACY", "涉及个人隐私",
            "SECURITY", "可能危及国家安全、公共安全、社会稳定");

    private static final Map<String, String> HEADS =
            Map.of("ATTENDED", "参加听证", "DELEGATED", "说明理由并委托工作人员参加", "ABSENT", "未参加也未委托");

    private final PartyViews views;
    private final Hearings hearings;
    private final Inspections inspections;
    private final FileAccesses accesses;
    private final Cases cases;
    private final Parties parties;
    private final Organs organs;
    private final People people;

    TrialPapers(
            PartyViews views,
            Hearings hearings,
            Inspections inspections,
            FileAccesses accesses,
            Cases cases,
            Parties parties,
            Organs organs,
            People people) {
        this.views = views;
        this.hearings = hearings;
        this.inspections = inspections;
        this.accesses = accesses;
        this.cases = cases;
        this.parties = parties;
        this.organs = organs;
        this.people = people;
    }

    /** The words for a reason of the party's own. */
    public static String text(PartyView.Ground ground) {
        return String.valueOf(GROUNDS.get(ground));
    }

    /** 听取意见笔录 of one party. */
    public Paper view(String caseId, String viewId, Actor actor) {
        views.requireOfficer(caseId, actor);
        PartyView view = views.get(caseId, viewId, actor);
        Party party = parties.of(caseId).stream()
                .filter(one -> one.id().equals(view.partyId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAPER_NOT_FOUND"));
        List<Fact> facts = head(caseId);
        facts.add(new Fact("当事人", party.name() + (party.role() == PartyRole.APPLICANT ? "（申请人）" : "（第三人）")));
        facts.add(new Fact("方式", String.valueOf(WAYS.get(view.way()))));
        facts.add(new Fact(view.way().spoken() ? "时间" : "记录日期", OfficialStyle.date(view.heardOn())));
        facts.add(new Fact("地点", text(view.place())));
        if (view.ground() != null) {
            facts.add(new Fact("不能听取意见的原因", text(view.ground())));
        }
        if (view.way().spoken()) {
            facts.add(new Fact("陈述意见的人员", text(view.speaker())));
            facts.add(new Fact("听取意见的行政复议人员", text(view.officerNames())));
        }
        facts.add(new Fact("意见内容", view.body()));
        if (view.way().spoken()) {
            facts.add(new Fact("当事人签名", view.signed() ? "" : "未签名：" + text(view.unsignedReason())));
        }
        facts.add(new Fact("行政复议人员签名", ""));
        List<String> lines = view.way().spoken() ? List.of("以上笔录已交陈述意见的人员阅读（向其宣读），确认无误。") : List.of();
        return new Paper("听取意见笔录", number(caseId), facts, null, lines);
    }

    /** 听证笔录. */
    public Paper hearing(String caseId, String hearingId, Actor actor) {
        views.requireOfficer(caseId, actor);
        Hearing hearing = hearings.of(caseId, actor).stream()
                .filter(one -> one.id().equals(hearingId) && one.state() == Hearing.State.HELD)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAPER_NOT_FOUND"));
        List<Fact> facts = head(caseId);
        LocalDate on = Objects.requireNonNull(hearing.hearingOn());
        facts.add(new Fact("时间", OfficialStyle.date(on) + " " + text(hearing.hearingTime())));
        facts.add(new Fact("地点", text(hearing.place())));
        facts.add(new Fact("主持人", names(hearing.chairId())));
        facts.add(new Fact("听证员", names(hearing.officerIds())));
        facts.add(new Fact("记录员", names(hearing.recorderId())));
        facts.add(new Fact("申请人到场人员", text(hearing.applicantPersons())));
        facts.add(new Fact(
                "被申请人负责人",
                HEADS.getOrDefault(text(hearing.respondentHead()), "")
                        + (hearing.headExplanation() == null ? "" : "：" + hearing.headExplanation())));
        facts.add(new Fact("被申请人到场人员", text(hearing.respondentPersons())));
        facts.add(new Fact("第三人到场人员", text(hearing.thirdPersons())));
        facts.add(new Fact("听证经过和各方意见", text(hearing.course())));
        facts.add(new Fact("申请人签名", ""));
        facts.add(new Fact("被申请人签名", ""));
        facts.add(new Fact("第三人签名", ""));
        facts.add(new Fact("拒绝签名的情况", text(hearing.signatureRefusal())));
        facts.add(new Fact("听证人员签名", ""));
        return new Paper("听证笔录", number(caseId), facts, null, List.of());
    }

    /** 勘验笔录. */
    public Paper inspection(String caseId, String inspectionId, Actor actor) {
        views.requireOfficer(caseId, actor);
        Inspection inspection = inspections.of(caseId, actor).stream()
                .filter(one -> one.id().equals(inspectionId)
                        && one.ground() == Inspection.Ground.SITE
                        && one.state() == Inspection.State.DONE)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAPER_NOT_FOUND"));
        LocalDate began = Objects.requireNonNull(inspection.beganOn());
        LocalDate ended = Objects.requireNonNull(inspection.endedOn());
        List<Fact> facts = head(caseId);
        facts.add(new Fact(
                "勘验时间",
                began.equals(ended)
                        ? OfficialStyle.date(began)
                        : OfficialStyle.date(began) + "至" + OfficialStyle.date(ended)));
        facts.add(new Fact("勘验地点", text(inspection.sitePlace())));
        facts.add(new Fact("勘验事项", inspection.matters()));
        facts.add(new Fact("勘验人员", text(inspection.inspectorNames()) + "（已出示行政复议工作证件）"));
        facts.add(new Fact("到场人员", text(inspection.presentPersons())));
        facts.add(new Fact("勘验情况", text(inspection.findings())));
        facts.add(new Fact("到场人员签名", ""));
        facts.add(new Fact("没有签名的情况", text(inspection.signatureRefusal())));
        facts.add(new Fact("勘验人员签名", ""));
        return new Paper("勘验笔录", number(caseId), facts, null, List.of());
    }

    /** 阅卷申请及记录. */
    public Paper access(String caseId, String accessId, Actor actor) {
        views.requireOfficer(caseId, actor);
        FileAccess access = accesses.of(caseId, actor).stream()
                .filter(one -> one.id().equals(accessId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAPER_NOT_FOUND"));
        List<Fact> facts = head(caseId);
        parties.of(caseId).stream()
                .filter(party -> party.id().equals(access.partyId()))
                .map(Party::name)
                .forEach(name -> facts.add(new Fact("当事人", name)));
        facts.add(new Fact("查阅人", access.reader() + (access.byAgent() ? "（委托代理人）" : "")));
        facts.add(new Fact("身份和授权证明", access.proof()));
        facts.add(new Fact("申请日期", OfficialStyle.date(access.askedOn())));
        facts.add(new Fact("申请查阅的材料", access.wanted() + (access.wantsCopies() ? "（申请复制）" : "")));
        LocalDate decidedOn = access.decidedOn();
        if (decidedOn != null && access.state() != FileAccess.State.STOPPED) {
            facts.add(new Fact(
                    "审查结果",
                    ANSWERS.getOrDefault(access.state(), "")
                            + "（"
                            + text(access.decidedByName())
                            + "，"
                            + OfficialStyle.date(decidedOn)
                            + "）"));
        }
        if (access.grounds() != null) {
            facts.add(new Fact(
                    "不同意的情形",
                    access.groundCodes().stream()
                            .map(code -> EXCEPTIONS.getOrDefault(code, code))
                            .collect(Collectors.joining("；"))));
        }
        if (access.withheld() != null) {
            facts.add(new Fact("不予查阅的材料", access.withheld()));
        }
        if (access.reason() != null) {
            facts.add(new Fact("理由", access.reason()));
        }
        for (FileAccess.Viewing viewing : accesses.viewings(caseId, actor)) {
            if (viewing.accessId().equals(accessId)) {
                facts.add(new Fact(
                        "查阅记录",
                        OfficialStyle.date(viewing.viewedOn())
                                + "，"
                                + viewing.attendedByName()
                                + "在场，复制"
                                + viewing.copiedPages()
                                + "页：\n"
                                + viewing.papers()));
            }
        }
        facts.add(new Fact("查阅人签名", ""));
        facts.add(new Fact("经办人签名", ""));
        return new Paper("阅卷申请及记录", number(caseId), facts, null, List.of("查阅、复制以正卷的材料为限。"));
    }

    private List<Fact> head(String caseId) {
        CaseFile file = cases.require(caseId);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("案由", file.title()));
        facts.add(new Fact("行政复议机构", organs.get(file.unitId()).name()));
        return facts;
    }

    private String number(String caseId) {
        return cases.require(caseId).number();
    }

    private String names(@Nullable String ids) {
        return ids == null
                ? ""
                : Stream.of(ids.split(",")).map(id -> people.get(id).name()).collect(Collectors.joining("、"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
