package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterPrinterTest {

    private static final Set<String> BY_SYSTEM = Set.of("number", "issuer", "issuedOn", "approver");

    private final LetterPrinter printer = new LetterPrinter();
    private final LetterTypes types;

    LetterPrinterTest() throws IOException {
        types = new LetterTypes();
    }

    static Stream<LetterType> types() throws IOException {
        return new LetterTypes().all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTagOfATemplateIsDeclaredAndEveryDemandedFieldIsPrinted(LetterType type) throws IOException {
        Set<String> tags = LetterPrinter.tags(LetterTypes.template(type));
        Set<String> declared = new HashSet<>(BY_SYSTEM);
        for (LetterField field : type.fields()) {
            declared.add(field.name());
            if (field.type() == LetterField.Type.FLAG) {
                declared.add(LetterTexts.opposite(field.name()));
            }
        }
        assertThat(declared).containsAll(tags);
        // The name of the issuer is printed as the signature.
        assertThat(tags).contains("number", "issuer");
        type.fields().stream()
                .map(LetterField::name)
                .filter(name -> !name.equals("organName") && !name.equals("unitName"))
                .forEach(name -> assertThat(tags).contains(name));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyLetterIsPrintedWholeAndAlwaysTheSame(LetterType type) throws IOException {
        Map<String, String> texts = texts(type, Map.of());
        byte[] docx = printer.print(type, texts);
        assertThat(text(docx)).contains("〔2026〕12号", "2026年3月9日").doesNotContain("{{", "}}", "\u2029", "null");
        assertThat(printer.print(type, texts)).isEqualTo(docx);
    }

    @Test
    void theNoticeOfAcceptanceTellsTheTimeLimitsAndTheWayToCourt() throws IOException {
        assertThat(print("acceptance-notice", Map.of()))
                .contains("本机关自2026年3月2日起予以受理", "六十日内作出行政复议决定", "届满之日起十五日内向人民法院提起行政诉讼")
                .doesNotContain("视为受理");
    }

    @Test
    void deemedAcceptanceIsSaidToBeThat() throws IOException {
        assertThat(print("acceptance-notice", Map.of("deemedAccepted", true)))
                .contains("第三十条第三款", "2026年3月2日起视为受理")
                .doesNotContain("符合《中华人民共和国行政复议法》第三十条第一款规定的受理条件");
    }

    @Test
    void theRespondentIsToldWhatSilenceCosts() throws IOException {
        assertThat(print("reply-notice", Map.of())).contains("十个工作日内提出书面答复", "视为该行政行为没有证据、依据", "附件：行政复议申请书副本");
    }

    @Test
    void theCorrectionNoticeTellsThatSilenceGivesUp() throws IOException {
        assertThat(print("correction-notice", Map.of()))
                .contains("十个工作日内补正下列事项", "3．委托代理人的授权委托书", "视为你（你单位）放弃行政复议申请，并记录在案");
    }

    @Test
    void theRefusalNamesTheRightOrganAndTheSuitOnlyWhereTheyApply() throws IOException {
        assertThat(print("refusal", Map.of())).contains("向沈阳市人民政府提出", "十五日内，依法向沈阳市和平区人民法院提起行政诉讼");
        assertThat(print("refusal", Map.of("competentOrgan", "", "prerequisite", false)))
                .doesNotContain("不属于本机关管辖", "行政诉讼");
    }

    @Test
    void theDecisionTellsTheSuitItsDefendantAndItsEffect() throws IOException {
        assertThat(print("decision", Map.of()))
                .contains(
                        "二、责令被申请人重新作出行政行为。",
                        "自收到本决定书之日起60日内履行",
                        "十五日内，向沈阳市和平区人民法院提起行政诉讼，以沈阳市和平区人民政府为被告",
                        "一经送达，即发生法律效力");
        assertThat(print("decision", Map.of("suitAgainst", ""))).contains("提起行政诉讼。法律另有规定的除外");
    }

    @Test
    void codesArePrintedAsWords() throws IOException {
        assertThat(print("supervision-order", Map.of()))
                .contains("紧急", "5个工作日")
                .doesNotContain("URGENT", "WORKING_DAY");
    }

    @Test
    void textOfSeveralParagraphsKeepsTheFormOfItsPlace() throws IOException {
        LetterType type = types.get("decision");
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(printer.print(type, texts(type, Map.of()))))) {
            XWPFParagraph second = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().startsWith("二、责令"))
                    .findFirst()
                    .orElseThrow();
            assertThat(second.getStyle()).isEqualTo("BodyText");
            assertThat(second.getRuns()
                            .get(0)
                            .getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia))
                    .isEqualTo("仿宋_GB2312");
            // The lead of the first paragraph is not repeated before the second.
            assertThat(document.getParagraphs())
                    .filteredOn(p -> p.getText().startsWith("申请人请求和理由："))
                    .hasSize(1);
        }
    }

    @Test
    void aHoleIsRefusedByItsName() {
        LetterType type = types.get("decision");
        Map<String, String> texts = texts(type, Map.of());
        texts.remove("holding");
        texts.remove("legalBasis");
        assertThatThrownBy(() -> printer.print(type, texts)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("LETTER_FIELDS_MISSING");
            assertThat(refusal.args()).containsExactly("决定依据的条款、决定主文");
        });
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        LetterType type = types.get("decision");
        assertThatThrownBy(() -> LetterTexts.of(type, Map.of("acceptedOn", "3月2日")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("LETTER_FIELD_DATE");
                    assertThat(refusal.args()).containsExactly("受理日期", "3月2日");
                });
    }

    @Test
    void whatUsersTypeIsNoTemplateAndNoControlCharacter() throws IOException {
        assertThat(print("decision", Map.of("thirdParty", "{{applicant}}\u0007𠮷\u2029乙")))
                .contains("第三人：{{applicant}}𠮷 乙");
    }

    private String print(String code, Map<String, Object> more) throws IOException {
        LetterType type = types.get(code);
        return text(printer.print(type, texts(type, more)));
    }

    private static Map<String, String> texts(LetterType type, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Samples.fields(type.code()));
        fields.putAll(more);
        Map<String, String> texts = LetterTexts.of(type, fields);
        texts.put("number", "沈和政复" + type.numberWord() + "〔2026〕12号");
        texts.put("issuedOn", "2026年3月9日");
        texts.put("approver", "赵国强");
        texts.put("issuer", type.issuer() == Issuer.ORGAN ? "沈阳市和平区人民政府" : "沈阳市和平区司法局");
        return texts;
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }
}
