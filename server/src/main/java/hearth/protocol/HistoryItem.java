package hearth.protocol;

import java.util.List;
import java.util.OptionalLong;

/**
 * An entry of a page of history: a message, {@code joined}, {@code left} or {@code changed} event in its final state.
 *
 * @param rev the number of the last event that changed it; absent where nothing did
 */
public record HistoryItem(Event event, boolean edited, List<Reaction> reactions, OptionalLong rev) {

    /**
     * One emoji on a message.
     *
     * @param own whether the asking user is among them
     * @param users the ids of the first {@link Limits#REACTION_USERS} who reacted so
     */
    public record Reaction(String emoji, int count, boolean own, List<String> users) {}
}
