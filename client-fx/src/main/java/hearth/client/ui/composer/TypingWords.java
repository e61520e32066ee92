package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says who else writes in a conversation. Lives on the JavaFX thread. */
final class TypingWords {
    private static final int NAMED = 3;

    private final Map<String, Set<String>> typists = new HashMap<>();
    private final Messages messages;
    private final People people;

    TypingWords(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    void put(String conversation, Set<String> users) {
        typists.put(conversation, users);
    }

    void forget(String conversation) {
        typists.remove(conversation);
    }

    /** Empty where nobody does, or nobody whose name is known. */
    String of(String conversation) {
        List<String> names = typists.getOrDefault(conversation, Set.of()).stream()
                .filter(id -> !id.equals(people.self()))
                .flatMap(id -> people.name(id).stream())
                .sorted()
                .toList();
        if (names.size() > NAMED) {
            return messages.text("composer.typing.many");
        }
        return names.isEmpty() ? "" : messages.text("composer.typing", messages.names(names), names.size());
    }
}
