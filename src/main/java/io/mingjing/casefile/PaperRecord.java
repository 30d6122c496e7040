package io.mingjing.casefile;

import io.mingjing.document.Approval;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a submission says about the paper it was taken from.
 *
 * @param approver who signed the paper
 * @param on day written on it
 * @param opinion as written
 * @param recordedBy who entered it
 * @param confirmedBy who compared the entry with the scan
 */
public record PaperRecord(String approver, LocalDate on, String opinion, String recordedBy, String confirmedBy) {

    private static final String KEY = "paperApprovals";

    /** The papers of a submission, each once; empty when it was handed in on line. */
    public static List<PaperRecord> of(Submission submission) {
        return submission.values().get(KEY) instanceof List<?> papers
                ? papers.stream()
                        .map(paper -> read((Map<?, ?>) paper))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The values of a step with the papers it was taken from. */
    static Map<String, Object> attach(Map<String, Object> values, List<Approval> papers) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(KEY, papers.stream().map(PaperRecord::written).toList());
        return all;
    }

    private static Map<String, Object> written(Approval paper) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("letterId", paper.letterId());
        written.put("approver", paper.signedBy());
        written.put("on", paper.approvedOn().toString());
        written.put("opinion", paper.opinion());
        written.put("recordedById", paper.byId());
        written.put("recordedBy", paper.byName());
        written.put("confirmedById", Objects.requireNonNull(paper.confirmedById()));
        written.put("confirmedBy", Objects.requireNonNull(paper.confirmedByName()));
        written.put("scanId", Objects.requireNonNull(paper.scanAttachmentId()));
        return written;
    }

    private static PaperRecord read(Map<?, ?> paper) {
        return new PaperRecord(
                text(paper.get("approver")),
                LocalDate.parse(text(paper.get("on"))),
                text(paper.get("opinion")),
                text(paper.get("recordedBy")),
                text(paper.get("confirmedBy")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
