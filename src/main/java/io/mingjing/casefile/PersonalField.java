package io.mingjing.casefile;

/** A value of a party that is stored encrypted. */
public enum PersonalField {
    ID_NUMBER,
    PHONE
}
