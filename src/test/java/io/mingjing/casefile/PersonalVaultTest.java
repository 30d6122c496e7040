package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.PersonalVault.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalVaultTest {

    private static final String NUMBER = "210102199001011234";

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAndNeverSealsTwiceAlike() {
        PersonalVault vault = new PersonalVault(PersonalKeys.at(folder.resolve("keys")));

        Sealed first = vault.seal(NUMBER, "party/1/ID_NUMBER");
        Sealed second = vault.seal(NUMBER, "party/1/ID_NUMBER");

        assertThat(vault.open(first, "party/1/ID_NUMBER")).isEqualTo(NUMBER);
        assertThat(first.text()).isNotEqualTo(second.text()).doesNotContain(NUMBER);
        assertThat(first.keyId()).isEqualTo("k1");
    }

    @Test
    void aValueMovedToAnotherPlaceDoesNotOpen() {
        PersonalVault vault = new PersonalVault(PersonalKeys.at(folder.resolve("keys")));
        Sealed sealed = vault.seal(NUMBER, "party/1/ID_NUMBER");

        assertThatThrownBy(() -> vault.open(sealed, "party/2/ID_NUMBER")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBlindIndexIgnoresWidthAndSeparatorsAndTellsFieldsApart() {
        PersonalVault vault = new PersonalVault(PersonalKeys.at(folder.resolve("keys")));

        String index = vault.index(PersonalField.PHONE, "138 0013-8000");
        assertThat(vault.index(PersonalField.PHONE, "１３８００１３８０００")).isEqualTo(index);
        assertThat(vault.index(PersonalField.PHONE, "13800138001")).isNotEqualTo(index);
        assertThat(vault.index(PersonalField.ID_NUMBER, "13800138000")).isNotEqualTo(index);
    }

    @Test
    void theFileSurvivesARestartAndIsReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("made/on/first/use/keys");
        Sealed sealed = new PersonalVault(PersonalKeys.at(file)).seal(NUMBER, "x");

        assertThat(new PersonalVault(PersonalKeys.at(file)).open(sealed, "x")).isEqualTo(NUMBER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anAddedKeyBecomesActiveAndOldValuesStayReadable() throws IOException {
        Path file = folder.resolve("keys");
        Sealed old = new PersonalVault(PersonalKeys.at(file)).seal(NUMBER, "x");
        List<String> lines = Files.readAllLines(file);
        String secret = "key.k2=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        Files.write(
                file,
                lines.stream()
                        .map(line -> line.startsWith("active=") ? "active=k2\n" + secret : line)
                        .toList());

        PersonalVault vault = new PersonalVault(PersonalKeys.at(file));
        assertThat(vault.open(old, "x")).isEqualTo(NUMBER);
        assertThat(vault.seal(NUMBER, "x").keyId()).isEqualTo("k2");
    }

    @Test
    void aMissingKeyIsNamed() {
        PersonalVault vault = new PersonalVault(PersonalKeys.at(folder.resolve("keys")));

        Sealed strange = new Sealed(vault.seal(NUMBER, "x").text(), "k9");

        assertThatThrownBy(() -> vault.open(strange, "x")).hasMessageContaining("k9");
    }

    @Test
    void masksShowTheEndsOnly() {
        assertThat(Masks.number(NUMBER)).isEqualTo("210*************34");
        assertThat(Masks.number("13800138000")).isEqualTo("138******00");
        assertThat(Masks.number("12345")).isEqualTo("*****");
    }
}
