package hearth.client.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/** The emoji that are offered first: those that the user reacted with last, and before there are any, three that most people use. Lives on the JavaFX thread. */
final class RecentReactions {
    private final List<String> emoji = new ArrayList<>(List.of("👍", "❤️", "😂"));

    /** Three, those that were used last among them; one that is used again stays where it is. */
    List<String> offered() {
        return List.copyOf(emoji);
    }

    /** Offers what others offered. */
    void continueFrom(RecentReactions before) {
        emoji.clear();
        emoji.addAll(before.emoji);
    }

    /** The user reacted with this. */
    void use(String used) {
        if (!emoji.contains(used)) {
            emoji.removeLast();
            emoji.addFirst(used);
        }
    }
}
