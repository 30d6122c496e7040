package io.mingjing.engine;

/**
 * A sub-process of a running process that spans a statutory limit.
 *
 * @param caseId business key of the process
 * @param scopeId execution of the sub-process; the same for as long as it lives
 * @param activityId id of the sub-process in the model
 * @param rule id of the limit in the catalogue, the model's property {@code limit}
 * @param startFact name of the key date the limit runs from, the model's property {@code limitStart}
 */
public record LimitScope(String caseId, String scopeId, String activityId, String rule, String startFact) {}
