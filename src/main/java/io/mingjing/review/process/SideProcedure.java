package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrders;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn in the course of a review, proposed by an officer, approved and ordered in a model of its own. The same form
 * proposes it and, when it comes back, revises or drops it.
 */
abstract class SideProcedure implements Procedure, TaskHandler {

    /** What becomes of a proposal that came back: CONTINUE or DROP. */
    static final String PROPOSAL = "proposal";

    private final String process;
    private final String revision;
    private final Kind kind;
    private final List<String> letterTypes;
    private final Proposals proposals;

    /** @param letterTypes of the letters that a proposal drafts */
    SideProcedure(String process, String revision, Kind kind, List<String> letterTypes, Proposals proposals) {
        this.process = process;
        this.revision = revision;
        this.kind = kind;
        this.letterTypes = letterTypes;
        this.proposals = proposals;
    }

    @Override
    public final String processKey() {
        return process;
    }

    @Override
    public final String taskKey() {
        return revision;
    }

    final ReviewOrders orders() {
        return proposals.orders();
    }

    final CaseLetters letters() {
        return proposals.letters();
    }

    /** The letters that are drafted with the proposal. */
    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return letterTypes.stream()
                .map(letter -> Consequence.of(
                        "letterDrafted", proposals.types().get(letter).title()))
                .toList();
    }

    /** Between acceptance and decision, to those who handle the case, one proposal at a time. */
    @Override
    public boolean offered(CaseFile file, Actor actor) {
        if (file.area() != Area.REVIEW
                || file.state() != CaseState.OPEN
                || !proposals.handlers().handles(file.id(), actor)) {
            return false;
        }
        return proposals
                        .reviews()
                        .find(file.id())
                        .filter(ReviewCase::underReview)
                        .isPresent()
                && fits(file)
                && orders().proposed(file.id(), kind).isEmpty();
    }

    /** What else must be true of the case. */
    boolean fits(CaseFile file) {
        return true;
    }

    /** Acts on the time for deciding are proposed, approved and told in writing. */
    @Override
    public boolean governs(CaseFile file, String rule, String act) {
        return ReviewLimits.DECIDE.contains(rule)
                && act.equals(limitAct())
                && proposals.reviews().find(file.id()).isPresent();
    }

    /** The act on the time for deciding that this procedure brings about; empty for none. */
    String limitAct() {
        return "";
    }

    @Override
    public final Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        propose(file, new Answers(values), actor);
        return variables();
    }

    /** With what its process starts. */
    Map<String, Object> variables() {
        return Map.of();
    }

    @Override
    public final Map<String, Object> prefill(TaskContext task) {
        return orders().proposed(task.file().id(), kind)
                .map(order -> new HashMap<>(revised(order)))
                .orElseGet(HashMap::new);
    }

    @Override
    public final Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("DROP".equals(values.get(PROPOSAL))) {
            orders().drop(task.file().id(), kind, actor);
            dropped(task.file(), actor);
        } else {
            propose(task.file(), new Answers(values), actor);
        }
        return Map.of();
    }

    /** Writes the proposal and its letters. */
    abstract void propose(CaseFile file, Answers answers, Actor actor);

    /** The fields of the form, from a proposal in hand. */
    abstract Map<String, Object> revised(ReviewOrder order);

    /** Takes back what was drafted. */
    void dropped(CaseFile file, Actor actor) {
        if (!letterTypes.isEmpty()) {
            letters().supersede(file.id(), letterTypes, actor);
        }
    }
}
