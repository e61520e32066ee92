package hearth.client.timeline;

import hearth.protocol.Event;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.Limits;
import java.util.ArrayList;
import java.util.List;

/** How one {@code reacted} event changes the reactions on a message. The server sends none that changes nothing. */
final class Reactions {

    private Reactions() {}

    static List<Reaction> after(List<Reaction> before, Event.Reacted event, String self) {
        List<Reaction> result = new ArrayList<>(before);
        int index = indexOf(before, event.emoji());
        Reaction present = index < 0 ? new Reaction(event.emoji(), 0, false, List.of()) : before.get(index);
        Reaction changed = event.on()
                ? added(present, event.author().id(), self)
                : taken(present, event.author().id(), self);
        if (index >= 0) {
            result.set(index, changed);
        } else if (event.on()) {
            result.add(changed);
        }
        result.removeIf(reaction -> reaction.count() <= 0);
        return List.copyOf(result);
    }

    private static Reaction added(Reaction present, String user, String self) {
        List<String> users = new ArrayList<>(present.users());
        if (users.size() < Limits.REACTION_USERS && !users.contains(user)) {
            users.add(user);
        }
        return new Reaction(
                present.emoji(), present.count() + 1, present.own() || user.equals(self), List.copyOf(users));
    }

    private static Reaction taken(Reaction present, String user, String self) {
        List<String> users = new ArrayList<>(present.users());
        users.remove(user);
        return new Reaction(
                present.emoji(), present.count() - 1, present.own() && !user.equals(self), List.copyOf(users));
    }

    private static int indexOf(List<Reaction> reactions, String emoji) {
        for (int i = 0; i < reactions.size(); i++) {
            if (reactions.get(i).emoji().equals(emoji)) {
                return i;
            }
        }
        return -1;
    }
}
