package io.mingjing.casefile;

import io.mingjing.casefile.PersonalVault.Sealed;
import org.springframework.stereotype.Component;

/** Seals a number of a person outside the parties of a case, such as the telephone of a visitor at the desk. */
@Component
public class PersonalNumbers {

    private final PersonalVault vault;

    PersonalNumbers(PersonalVault vault) {
        this.vault = vault;
    }

    /** An encrypted number and the id of its key. */
    public record SealedNumber(String text, String keyId) {}

    /** @param place what the number belongs to, such as {@code enquiry/<id>/phone}; it opens only there */
    public SealedNumber seal(String clear, String place) {
        Sealed sealed = vault.seal(clear.strip(), place);
        return new SealedNumber(sealed.text(), sealed.keyId());
    }

    public String open(SealedNumber number, String place) {
        return vault.open(new Sealed(number.text(), number.keyId()), place);
    }

    /** As it is shown where it need not be read. */
    public String masked(SealedNumber number, String place) {
        return Masks.number(open(number, place));
    }
}
