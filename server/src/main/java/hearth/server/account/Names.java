package hearth.server.account;

import java.util.Optional;

/** The rule of names, of users and rooms alike. */
public interface Names {

    /**
     * Checks a name as somebody wrote it.
     *
     * @return its NFKC form and its skeleton, or nothing where it is {@code name-invalid}
     */
    Optional<CheckedName> check(String written);

    /**
     * A valid name.
     *
     * @param display the NFKC form: the name
     * @param skeleton equal for two names exactly where they are the same name (UTS #39 skeleton of the case-folded NFKC form)
     */
    record CheckedName(String display, String skeleton) {}
}
