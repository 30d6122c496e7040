package io.mingjing.alert;

/** How a receiver stands to the case; the codes of the policy table. */
enum Relation {
    /** Lead and second handlers; before there is one, the heads of the unit. */
    HANDLER,
    /** Heads of the unit in the government of the case. */
    UNIT_HEAD,
    /** Supervisors of the government of the case. */
    SUPERVISOR,
    /** Contacts of the organs to which something of the case was addressed. */
    ORGAN_CONTACT,
    /** Heads of those organs. */
    ORGAN_HEAD,
    /** Leaders of the government of the case. */
    LEADER,
    /** Who was asked to hurry. */
    URGED,
    /** Administrators, wherever they are. */
    ADMIN
}
