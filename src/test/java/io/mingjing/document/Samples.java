package io.mingjing.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Values for each letter that an office could send. */
final class Samples {

    private Samples() {}

    /** Fields as a draft would hold them, the facts of the case included. */
    static Map<String, Object> fields(String type) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "organName", "沈阳市和平区人民政府",
                "unitName", "沈阳市和平区司法局",
                "applicant", "沈阳盛和餐饮管理有限公司",
                "respondent", "沈阳市和平区城市管理综合行政执法局",
                "matter", "该局2026年1月8日作出的沈和综罚〔2026〕15号行政处罚决定",
                "receivedOn", LocalDate.of(2026, 2, 25),
                "acceptedOn", LocalDate.of(2026, 3, 2),
                "contact", "王敏，024-00000000"));
        values.putAll(
                switch (type) {
                    case "correction-notice" -> Map.of("correctionItems", """
                            1．行政处罚决定书送达日期的证明材料；
                            2．营业执照副本复印件和法定代表人身份证明；
                            3．委托代理人的授权委托书，载明委托事项和权限。
                            """);
                    case "third-party-notice" ->
                        Map.of("joinedName", "刘某某", "interest", "你系该处罚决定所涉房屋的共有人，", "appliedToJoin", true);
                    case "inspection-notice" ->
                        Map.of(
                                "siteOn",
                                LocalDate.of(2026, 3, 18),
                                "siteTime",
                                "09:30",
                                "sitePlace",
                                "沈阳市和平区太原街12号门前",
                                "matters",
                                "占道经营的位置和面积。");
                    case "appraisal-entrustment" ->
                        Map.of(
                                "institution",
                                "辽宁中正司法鉴定中心",
                                "askedByText",
                                "申请人",
                                "matters",
                                "送达回证上“王某某”的签名是否为本人书写。",
                                "feePayer",
                                "申请人");
                    case "termination" ->
                        Map.of(
                                "suspendedOn",
                                LocalDate.of(2026, 3, 10),
                                "terminationReason",
                                "申请人王某某于2026年3月8日死亡，本机关于3月10日中止审理。至今已满六十日，其近亲属均表示不参加行政复议。",
                                "terminationBasis",
                                "第四十一条第五项");
                    case "suspension-notice" ->
                        Map.of("groundItem", "第六项", "facts", "申请人与被申请人于2026年3月9日均书面同意先行调解，需要一定时间。");
                    case "resumption-notice" ->
                        Map.of("suspendedOn", LocalDate.of(2026, 3, 10), "facts", "调解未能达成一致，申请人于2026年3月25日书面要求依法作出决定。");
                    case "extension-notice" ->
                        Map.of(
                                "reason",
                                "本案涉及三个部门的职责划分，须向有关机关调取材料，情况复杂。",
                                "daysText",
                                "三十",
                                "dueOn",
                                LocalDate.of(2026, 6, 1));
                    case "procedure-notice" ->
                        Map.of("reason", "审理中发现第三人与本案有重大利害关系，各方对主要事实争议较大。", "dueOn", LocalDate.of(2026, 5, 6));
                    case "dismissal" ->
                        Map.of(
                                "facts",
                                "申请人请求责令被申请人查处噪声扰民，该职责依法由公安机关行使。",
                                "reason",
                                "被申请人没有申请人所请求履行的法定职责，经说明后申请人仍坚持申请。",
                                "legalBasis",
                                "《中华人民共和国行政复议法》第三十三条",
                                "court",
                                "沈阳市和平区");
                    case "withdrawal-permission" ->
                        Map.of(
                                "requestedOn", LocalDate.of(2026, 3, 20),
                                "statedReason", "与被申请人已经达成和解并履行完毕。",
                                "voluntariness", "经电话向申请人核实，撤回系其真实意思表示，");
                    case "elevation-notice" ->
                        Map.of(
                                "superior",
                                "沈阳市人民政府",
                                "orderNo",
                                "沈政复提〔2026〕2号",
                                "reason",
                                "本案涉及全市统一适用的政策。",
                                "dueArElevateHandover",
                                LocalDate.of(2026, 3, 16));
                    case "refusal" ->
                        Map.of(
                                "refusalReason",
                                        "申请人于2025年10月20日知道该行政行为，至2026年2月25日提出行政复议申请，已超过六十日的法定申请期限，且未提出不可抗力或者其他正当理由。",
                                "competentOrgan", "沈阳市人民政府",
                                "prerequisite", true,
                                "court", "沈阳市和平区");
                    case "informing-letter" ->
                        Map.of(
                                "informText",
                                "申请书所列的被申请人没有作出该行政行为，请于收到本告知书之日起五日内变更被申请人。",
                                "properRespondent",
                                "沈阳市和平区城市管理综合行政执法局");
                    case "recusal-answer" ->
                        Map.of(
                                "recusalAskedBy", "张三",
                                "recusalAsked", "王芳",
                                "recusalGrounds", "王芳系被申请人工作人员的近亲属。",
                                "recusalHolding", "经审查，决定王芳回避，不再办理本案。");
                    case "hearing-notice" ->
                        Map.of(
                                "hearingOn", LocalDate.of(2026, 3, 20),
                                "hearingTime", "上午九时",
                                "hearingPlace", "区司法局听证室",
                                "chairName", "王芳",
                                "hearingOfficers", "李军、赵敏",
                                "recorderName", "孙丽");
                    case "stay-decision" ->
                        Map.of(
                                "stayGroundText",
                                "申请人申请停止执行，本机关认为其要求合理",
                                "stayScope",
                                "停止执行限期拆除决定。",
                                "stayReason",
                                "拆除后难以恢复原状。");
                    case "stay-lifting" -> Map.of("liftingReason", "申请人已自行拆除。");
                    case "decision-correction" ->
                        Map.of(
                                "decisionNumber",
                                "沈和政复决〔2026〕12号",
                                "errorText",
                                "第二页第三行“2025年”。",
                                "correctText",
                                "“2026年”。");
                    case "opinion-letter" -> Map.of("opinionFacts", "未告知陈述、申辩的权利。", "opinionDemands", "完善处罚告知制度。");
                    case "advice-letter" ->
                        Map.of("addressee", "沈阳市和平区城市管理综合行政执法局", "adviceFacts", "多起案件未告知权利。", "adviceText", "统一使用告知书。");
                    case "performance-order" ->
                        Map.of("performedPaper", "行政复议决定书", "unperformed", "未重新作出行政行为。", "orderedPeriod", "15日");
                    case "superior-copy" -> Map.of("addressee", "沈阳市城市管理综合行政执法局", "copiedPapers", "行政复议决定书、行政复议意见书。");
                    case "interview-notice" ->
                        Map.of(
                                "interviewee",
                                "主要负责人",
                                "interviewPlace",
                                "区政府三楼会议室",
                                "interviewReason",
                                "逾期未履行行政复议决定。",
                                "interviewOn",
                                LocalDate.of(2026, 4, 1));
                    case "document-answer-notice", "document-transfer", "document-result" ->
                        Map.ofEntries(
                                Map.entry("addressee", "沈阳市和平区城市管理综合行政执法局"),
                                Map.entry("documentTitle", "和平区门前市容管理办法"),
                                Map.entry("documentNumber", "沈和综规〔2025〕3号"),
                                Map.entry("makerName", "沈阳市和平区城市管理综合行政执法局"),
                                Map.entry("documentReviewSuspendedOn", LocalDate.of(2026, 3, 10)),
                                Map.entry("clauses", "第七条  在门前临时堆放物品的，一律处以二千元以下罚款。"),
                                Map.entry("doubts", "该条增设了行政处罚，缺少法律、法规、规章的依据。"),
                                Map.entry("makerSilent", true),
                                Map.entry("findingReason", "规范性文件不得设定行政处罚。"),
                                Map.entry("unlawful", true),
                                Map.entry("findingWord", "违反上位法"),
                                Map.entry("higherLaw", "《中华人民共和国行政处罚法》第十六条"),
                                Map.entry("unlawfulClauses", "第七条"));
                    case "misconduct-transfer" ->
                        Map.of("addressee", "沈阳市和平区监察委员会", "suspects", "有关工作人员", "misconductFacts", "伪造送达回证。");
                    case "mediation-letter" ->
                        Map.of(
                                "requestText",
                                "请求撤销处罚决定。",
                                "disputeFacts",
                                "双方对占道面积有争议。",
                                "agreement",
                                "被申请人将罚款减为五百元，申请人不再追究。");
                    case "decision" ->
                        Map.ofEntries(
                                Map.entry("thirdParty", "李某某"),
                                Map.entry(
                                        "applicantClaim",
                                        "请求撤销沈和综罚〔2026〕15号行政处罚决定。\n申请人认为，其门前堆放物品系临时卸货，当日已自行清理；被申请人未告知陈述申辩权利即作出处罚，程序违法。"),
                                Map.entry(
                                        "respondentReply",
                                        "申请人占用城市道路堆放物品，违反市容管理规定，事实清楚，证据确凿。被申请人已于2025年12月28日当场告知申请人享有陈述、申辩的权利。"),
                                Map.entry("thirdPartyOpinion", "申请人堆放的物品影响其出行。"),
                                Map.entry(
                                        "factsFound",
                                        "2025年12月28日，被申请人执法人员巡查发现申请人门前人行道堆放货物约六平方米，现场拍照并制作检查笔录。2026年1月8日，被申请人作出沈和综罚〔2026〕15号行政处罚决定，罚款二千元。\n被申请人提交的证据中没有告知陈述申辩权利的记录，执法音像记录中也没有相应内容。"),
                                Map.entry(
                                        "reasons",
                                        "被申请人具有作出该行政行为的法定职权，认定的事实清楚。但是，作出行政处罚决定之前未告知当事人陈述、申辩的权利，违反法定程序，应当予以撤销。"),
                                Map.entry("legalBasis", "《中华人民共和国行政复议法》第六十四条第一款第（二）项"),
                                Map.entry(
                                        "holding",
                                        "一、撤销沈阳市和平区城市管理综合行政执法局2026年1月8日作出的沈和综罚〔2026〕15号行政处罚决定；\n二、责令被申请人重新作出行政行为。"),
                                Map.entry("orderedDays", 60),
                                Map.entry("court", "沈阳市和平区"),
                                Map.entry("suitAgainst", "沈阳市和平区人民政府"));
                    case "supervision-order" ->
                        Map.of(
                                "urgency", "URGENT",
                                "subject", "行政机关负责人未按规定出庭应诉",
                                "responsible", "沈阳市和平区市场监督管理局",
                                "facts", "2026年2月10日，沈阳市和平区人民法院开庭审理（2026）辽0102行初15号案件，你单位负责人未出庭，也未委托相应的工作人员出庭，未说明正当理由。",
                                "sourceCase", "沈和政复〔2026〕3号",
                                "basis", "《中华人民共和国行政诉讼法》第三条第三款。",
                                "requirements",
                                        "1．查明负责人未出庭的原因，提出处理意见；\n2．制定整改措施，明确责任人和完成时限；\n3．排查本单位正在审理的案件，逐案落实出庭负责人。",
                                "replyLength", 5,
                                "replyUnit", "WORKING_DAY");
                    case "registration-notice", "supplement-notice" ->
                        Map.of(
                                "filingOrgan", "沈阳市和平区商务局",
                                "documentTitle", "沈阳市和平区促进夜间经济发展若干措施",
                                "documentNumber", "沈和商发〔2026〕2号",
                                "registerNo", "沈和规备2026-12",
                                "opinion", "该文件制定主体适格，制定程序符合规定，内容与上位法不抵触。",
                                "supplementItems", "1．合法性审核意见；\n2．公开征求意见情况的说明；\n3．公平竞争审查结论。");
                    default -> Map.of();
                });
        return values;
    }
}
