package io.mingjing.casefile;

import org.springframework.stereotype.Service;

/** Encrypts texts with personal data of people who have no case yet, with the keys of the cases. */
@Service
public class PersonalTexts {

    /** An encrypted text and the id of its key. */
    public record Sealed(String text, String keyId) {}

    private final PersonalVault vault;

    PersonalTexts(PersonalVault vault) {
        this.vault = vault;
    }

    /** @param place what the text belongs to, such as {@code portal-draft/<id>}; at another place it does not open */
    public Sealed seal(String clear, String place) {
        PersonalVault.Sealed sealed = vault.seal(clear, place);
        return new Sealed(sealed.text(), sealed.keyId());
    }

    /** @throws IllegalStateException if the key is missing or the text does not belong to that place */
    public String open(Sealed sealed, String place) {
        return vault.open(new PersonalVault.Sealed(sealed.text(), sealed.keyId()), place);
    }
}
