package io.mingjing.identity;

/** Tells how much open work a person still has; implemented by the modules that give people work. */
public interface OpenWork {

    /** Open tasks, cases and the like of the person. */
    int count(String userId);
}
