package hearth.client.timeline;

import hearth.client.store.Work;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.Limits;
import java.util.ArrayList;
import java.util.List;

/** How a reaction that comes or goes changes the reactions on a message. Pure. */
final class Reactions {

    private Reactions() {}

    /** What an event makes of them. The server sends none that changes nothing. */
    static List<Reaction> after(List<Reaction> before, Event.Reacted event, String self) {
        return event.on()
                ? with(before, event.emoji(), event.author().id(), self)
                : without(before, event.emoji(), event.author().id(), self);
    }

    /** What the user's own wish makes of them; it may be fulfilled already. */
    static List<Reaction> wished(List<Reaction> before, Work.React wish, String self) {
        boolean own = before.stream()
                .anyMatch(reaction -> reaction.own() && reaction.emoji().equals(wish.emoji()));
        if (own == wish.on()) {
            return before;
        }
        return wish.on() ? with(before, wish.emoji(), self, self) : without(before, wish.emoji(), self, self);
    }

    private static List<Reaction> with(List<Reaction> before, String emoji, String user, String self) {
        List<Reaction> result = new ArrayList<>(before);
        int index = indexOf(before, emoji);
        if (index < 0) {
            result.add(added(new Reaction(emoji, 0, false, List.of()), user, self));
        } else {
            result.set(index, added(before.get(index), user, self));
        }
        return List.copyOf(result);
    }

    private static List<Reaction> without(List<Reaction> before, String emoji, String user, String self) {
        int index = indexOf(before, emoji);
        if (index < 0) {
            return before;
        }
        List<Reaction> result = new ArrayList<>(before);
        result.set(index, taken(before.get(index), user, self));
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
