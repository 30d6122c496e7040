package io.mingjing.statistics;

/** The columns of the ledger of reviews 复议台账, in the order that an office expects; texts {@code statistics.review.<name>}. */
public enum ReviewColumn {
    REGISTER_NO(20),
    RECEIVED_ON(12),
    CHANNEL(14),
    APPLICANT(26),
    AGENT(16),
    RESPONDENT(26),
    ADMIN_FIELD(14),
    ACT_KIND(14),
    REQUESTS(40),
    PREREQUISITE(9),
    ENTERPRISE(7),
    INCIDENTAL(20),
    CORRECTION(24),
    ACCEPTANCE(22),
    CASE_NO(22),
    PROCEDURE(12),
    HANDLERS(18),
    REPLIED(14),
    VIEWS(20),
    HEARING(14),
    SUSPENSION(16),
    EXTENSION(9),
    DUE_ON(12),
    CLOSED(44),
    OVERDUE(9),
    SERVED(40),
    PERFORMED(20),
    OPINION_ADVICE(34),
    SUPERIOR_COPY(22),
    SUIT(24),
    ARCHIVE(28);

    private final int width;

    ReviewColumn(int width) {
        this.width = width;
    }

    /** Width in a workbook, in characters. */
    int width() {
        return width;
    }
}
