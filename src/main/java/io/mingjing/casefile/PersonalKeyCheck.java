package io.mingjing.casefile;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stops the start when the key file does not belong to this database, before anything is written with a wrong key. */
@Component
class PersonalKeyCheck implements SmartInitializingSingleton {

    private final SubmissionMapper submissions;
    private final PersonalVault vault;

    PersonalKeyCheck(SubmissionMapper submissions, PersonalVault vault) {
        this.submissions = submissions;
        this.vault = vault;
    }

    @Override
    public void afterSingletonsInstantiated() {
        submissions.findFirst().ifPresent(this::requireReadable);
        submissions.findLast().ifPresent(this::requireReadable);
    }

    /** The names of keys repeat from file to file, so a value is opened for proof. */
    private void requireReadable(SubmissionMapper.Row row) {
        vault.open(new PersonalVault.Sealed(row.valuesSealed(), row.valuesKey()), Submissions.place(row.id()));
    }
}
