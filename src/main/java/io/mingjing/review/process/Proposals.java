package io.mingjing.review.process;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.document.LetterTypes;
import io.mingjing.review.ReviewOrders;
import io.mingjing.review.Reviews;
import org.springframework.stereotype.Component;

/** With what every {@link SideProcedure} works. */
@Component
record Proposals(Reviews reviews, ReviewOrders orders, CaseHandlers handlers, CaseLetters letters, LetterTypes types) {}
