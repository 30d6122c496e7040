package io.mingjing.document;

import io.mingjing.shared.Role;
import java.util.List;

/** Who must approve a letter, in order; decided by a table beside the models. */
public interface ApprovalChains {

    /** The levels of the chain from first to last; empty when no chain is laid down, and then no letter is drafted. */
    List<Role> levels(String letterType, String caseId);
}
