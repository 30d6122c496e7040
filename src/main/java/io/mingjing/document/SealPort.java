package io.mingjing.document;

import org.jspecify.annotations.Nullable;

/**
 * SPI for a service that puts electronic seals on issued letters. A bean of this type turns electronic seals on; without
 * one, seals are put on paper and entered in the register of seals (用印登记). Called outside any transaction.
 */
public interface SealPort {

    /** What the page calls the service. */
    String name();

    /** Whether its seals have no legal force, as in a demonstration; the page and the sealed file must say so. */
    boolean placeholder();

    /**
     * Seals a letter.
     *
     * @throws RuntimeException when the service cannot be reached or declines; then nothing is recorded
     */
    Sealed seal(Request request);

    /**
     * An issued letter that is to be sealed.
     *
     * @param seal name of the seal: the organ in whose name the letter goes out
     * @param docx the frozen letter
     * @param pdf its PDF; null where none was made
     */
    record Request(String letterId, String title, String number, String seal, byte[] docx, byte @Nullable [] pdf) {}

    /**
     * A sealed letter.
     *
     * @param certificate what the service calls this act: serial number of the seal or of the signature
     * @param mediaType of {@code file}: a PDF, or a Word document
     */
    record Sealed(byte[] file, String mediaType, String certificate) {}
}
