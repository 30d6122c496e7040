package io.mingjing.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws the applications of a year: the totals are the profile's, the rest is the seed's. */
final class Stories {

    private static final List<String> CHANNELS = List.of(
            "COUNTER", "COUNTER", "COUNTER", "POST", "POST", "ONLINE", "ONLINE", "ORAL", "VIA_ORGAN", "TRANSFER");
    private static final List<String> ACT_KINDS = List.of(
            "PENALTY",
            "PENALTY",
            "PENALTY",
            "PENALTY",
            "COERCION",
            "LICENCE",
            "EXPROPRIATION",
            "CONFIRMATION",
            "WORK_INJURY",
            "INFORMATION",
            "PAYMENT",
            "OTHER");
    private static final List<String> FIELDS = List.of(
            "PUBLIC_SECURITY", "MARKET", "HOUSING", "LABOUR", "URBAN_MANAGEMENT", "NATURAL_RESOURCES", "TRANSPORT");
    private static final List<String> REFUSALS = List.of(
            "OUT_OF_TIME",
            "NO_INTEREST",
            "PETITION",
            "OUT_OF_SCOPE",
            "NOT_COMPETENT",
            "GUIDANCE",
            "INTERNAL_STEP",
            "PARTY",
            "ALREADY_ACCEPTED",
            "CIVIL_MEDIATION",
            "PERSONNEL",
            "HIERARCHY");
    private static final List<String> OUTCOMES = List.of(
            "UPHOLD",
            "UPHOLD",
            "UPHOLD",
            "UPHOLD",
            "UPHOLD",
            "REVOKE",
            "REVOKE",
            "REVOKE_REDO",
            "REVOKE_PART",
            "CHANGE",
            "CONFIRM_ILLEGAL",
            "CONFIRM_VOID",
            "DISMISS_CLAIM",
            "ORDER_PERFORMANCE");
    private static final List<String> AFTER =
            List.of("NONE", "NONE", "NONE", "NONE", "NONE", "OPINION", "ADVICE", "COPY", "SUIT", "PUBLICATION");

    private final Profile profile;
    private final Random random;
    private final DayCount days;

    Stories(Profile profile, long seed, DayCount days) {
        this.profile = profile;
        this.random = new Random(seed);
        this.days = days;
    }

    /** In the order of receipt. */
    List<Story> draw() {
        List<LocalDate> accepted = dates(profile.accepted(), 1, 1, 12, 17);
        int openFrom = profile.accepted() - profile.open();
        List<Course> courses = courses(accepted.subList(0, openFrom));
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            LocalDate on = accepted.get(i);
            boolean open = i >= openFrom;
            // sixty days after acceptance fall into the old year: what is open beyond must have been prolonged
            boolean prolonged = open && on.plusDays(70).isBefore(LocalDate.of(profile.year() + 1, 1, 8));
            Course course = open ? prolonged ? Course.EXTENSION : Course.PLAIN : courses.get(i);
            stories.add(story(on, Fate.ACCEPTED, course, open));
        }
        dates(profile.refused(), 1, 1, 12, 12).forEach(on -> stories.add(story(on, Fate.REFUSED, Course.PLAIN, false)));
        dates(profile.givenUp(), 1, 1, 11, 14)
                .forEach(on -> stories.add(story(on, Fate.GIVEN_UP, Course.PLAIN, false)));
        dates(profile.told(), 1, 1, 12, 12).forEach(on -> stories.add(story(on, Fate.TOLD, Course.PLAIN, false)));
        dates(profile.pending(), 12, 29, 12, 31)
                .forEach(on -> stories.add(story(on, Fate.PENDING, Course.PLAIN, false)));
        stories.sort(Comparator.comparing(Story::receivedOn));
        List<Story> numbered = new ArrayList<>();
        for (Story story : stories) {
            numbered.add(numbered(story, numbered.size() + 1));
        }
        return numbered;
    }

    /** The days on which somebody asks at the desk. */
    List<LocalDate> enquiries() {
        return dates(profile.enquiries(), 1, 1, 12, 31);
    }

    private List<LocalDate> dates(int count, int fromMonth, int fromDay, int toMonth, int toDay) {
        List<LocalDate> working = LocalDate.of(profile.year(), fromMonth, fromDay)
                .datesUntil(LocalDate.of(profile.year(), toMonth, toDay).plusDays(1))
                .filter(days::working)
                .toList();
        List<LocalDate> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(working.get(random.nextInt(working.size())));
        }
        Collections.sort(drawn);
        return drawn;
    }

    /** Each course at least once where there are enough; what takes months goes to those that came before September. */
    private List<Course> courses(List<LocalDate> received) {
        List<Course> drawn =
                new ArrayList<>(List.of(Course.values()).subList(0, Math.min(Course.values().length, received.size())));
        int weights = 0;
        for (Course course : Course.values()) {
            weights += course.weight();
        }
        while (drawn.size() < received.size()) {
            int at = random.nextInt(weights);
            for (Course course : Course.values()) {
                at -= course.weight();
                if (at < 0) {
                    drawn.add(course);
                    break;
                }
            }
        }
        Collections.shuffle(drawn, random);
        LocalDate september = LocalDate.of(profile.year(), 8, 25);
        int early = 0;
        for (int i = received.size() - 1; i >= 0; i--) {
            if (drawn.get(i).lengthy() && received.get(i).isAfter(september)) {
                while (early < i
                        && (drawn.get(early).lengthy() || received.get(early).isAfter(september))) {
                    early++;
                }
                if (early < i) {
                    Collections.swap(drawn, i, early);
                } else {
                    drawn.set(i, Course.PLAIN);
                }
            }
        }
        return drawn;
    }

    private Story story(LocalDate on, Fate fate, Course course, boolean open) {
        boolean corrected = fate == Fate.GIVEN_UP
                || ((fate == Fate.ACCEPTED || fate == Fate.REFUSED)
                        && course != Course.DEEMED
                        && on.getMonthValue() < 10
                        && random.nextInt(8) == 0);
        boolean organisation = random.nextInt(3) == 0;
        String outcome = course == Course.NO_REPLY ? "REVOKE" : pick(OUTCOMES);
        String ground =
                course == Course.TERMINATED ? pick(List.of("1", "2", "4")) : pick(List.of("3", "5", "7", "8", "10"));
        return new Story(
                0,
                on,
                fate,
                course,
                fate == Fate.REFUSED ? pick(REFUSALS) : null,
                corrected,
                open,
                pick(CHANNELS),
                organisation,
                outcome.equals("ORDER_PERFORMANCE") ? "NON_PERFORMANCE" : pick(ACT_KINDS),
                pick(FIELDS),
                outcome,
                ground,
                course == Course.EXTENSION ? open ? 30 : 5 + random.nextInt(26) : 8 + random.nextInt(30),
                random.nextInt(Cast.DEPARTMENTS),
                random.nextInt(Cast.OFFICERS),
                pick(AFTER));
    }

    private static Story numbered(Story story, int number) {
        return new Story(
                number,
                story.receivedOn(),
                story.fate(),
                story.course(),
                story.refusal(),
                story.corrected(),
                story.open(),
                story.channel(),
                story.organisation(),
                story.actKind(),
                story.adminField(),
                story.outcome(),
                story.pauseGround(),
                story.days(),
                story.department(),
                story.officer(),
                story.after());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** What a drawn year covers, to be seen in its report. */
    static Set<Course> coursesOf(List<Story> stories) {
        Set<Course> courses = new HashSet<>();
        stories.stream()
                .filter(story -> story.fate() == Fate.ACCEPTED)
                .map(Story::course)
                .forEach(courses::add);
        return courses;
    }
}
