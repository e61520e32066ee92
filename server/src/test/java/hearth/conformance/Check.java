package hearth.conformance;

import java.util.List;

/**
 * Shows on the wire that a server keeps a rule, or a few that are seen together. A rule may have several checks.
 *
 * @param rules their numbers in {@code PROTOCOL.md}
 * @param pace whether it has to wait for clocks
 */
record Check(List<String> rules, Pace pace, Body body) {

    /** How long a check takes, and whether it bears company. */
    enum Pace {
        /** It waits for answers only. */
        PROMPT,
        /** It fails to log in as who guesses tokens does: such checks come one at a time. */
        ALONE,
        /** It waits for the server's clocks, and wants nobody to come and go meanwhile. */
        PATIENT,
        /** It is more than the server bears, or ends it; such checks come one at a time, and after all others. */
        LAST
    }

    /** What a check does. It fails by throwing anything but {@link NotOfferedException}. */
    interface Body {
        void run(House house) throws Exception;
    }

    static Check check(String rules, Body body) {
        return new Check(List.of(rules.split(" ")), Pace.PROMPT, body);
    }

    static Check alone(String rules, Body body) {
        return new Check(List.of(rules.split(" ")), Pace.ALONE, body);
    }

    static Check patient(String rules, Body body) {
        return new Check(List.of(rules.split(" ")), Pace.PATIENT, body);
    }

    static Check last(String rules, Body body) {
        return new Check(List.of(rules.split(" ")), Pace.LAST, body);
    }
}
