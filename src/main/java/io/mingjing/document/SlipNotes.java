package io.mingjing.document;

import java.util.List;

/** What an area must tell the signer of a letter beyond its text; it stands on the approval slip. */
public interface SlipNotes {

    /** Lines for the slip of that letter; empty for letters that it does not concern. */
    List<Paper.Fact> of(Letter letter);
}
