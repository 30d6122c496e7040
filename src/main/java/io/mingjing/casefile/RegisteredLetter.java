package io.mingjing.casefile;

import java.time.LocalDate;

/**
 * A line of the register of letters sent out 发文登记. A voided number stays in the register.
 *
 * @param number official number of the letter
 * @param voided whether the letter was voided after it got its number
 * @param recipients to how many it is addressed
 * @param served how many of them it has reached
 */
public record RegisteredLetter(
        String id,
        String number,
        String title,
        LocalDate issuedOn,
        boolean voided,
        int recipients,
        int served,
        int seals,
        String caseId,
        String caseNumber,
        String caseTitle) {}
