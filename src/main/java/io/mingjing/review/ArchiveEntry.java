package io.mingjing.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a case was filed with the archive.
 *
 * @param archiveNo 档号, per organ and year, never given again
 * @param retention PERMANENT, Y30 or Y10
 * @param mainPages pages of the main part 正卷
 * @param secondaryPages pages of the secondary part 副卷
 * @param remark for the sheet of remarks 备考表
 */
public record ArchiveEntry(
        String caseId,
        String archiveNo,
        String retention,
        int volumes,
        int mainPages,
        int secondaryPages,
        @Nullable String remark,
        LocalDate filedOn,
        String filedBy,
        String filedByName) {}
