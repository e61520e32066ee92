package hearth.faults.model;

import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One conversation as it has to be: who is in it, and its log. What the protocol refuses changes nothing. */
final class ModelConversation {
    private final String id;
    private final boolean isDirect;
    private final boolean isLobby;
    private final Map<UserRef, Seat> seats = new LinkedHashMap<>();
    private final Set<UserRef> banned = new HashSet<>();
    private final List<Event> log = new ArrayList<>();
    private final Map<Long, Message> messages = new TreeMap<>();
    private Visibility visibility;
    private String topic = "";

    /** Somebody's place in it. */
    private record Seat(Role role, long since) {}

    /** A message that is not deleted, as it now is; or a deleted one, of which only that is left. */
    private record Message(
            Event.Message sent, String text, boolean isEdited, long rev, Map<String, Set<String>> reactions) {

        Message copy() {
            Map<String, Set<String>> copied = new TreeMap<>();
            reactions.forEach((emoji, users) -> copied.put(emoji, new TreeSet<>(users)));
            return new Message(sent, text, isEdited, rev, copied);
        }
    }

    private ModelConversation(String id, Visibility visibility, boolean isDirect, boolean isLobby) {
        this.id = id;
        this.visibility = visibility;
        this.isDirect = isDirect;
        this.isLobby = isLobby;
    }

    /** A room that somebody just made. */
    static ModelConversation room(String id, Visibility visibility, UserRef owner) {
        ModelConversation room = new ModelConversation(id, visibility, false, false);
        room.enter(owner, owner, Optional.empty());
        return room;
    }

    /** The lobby, in which these met, in this order. */
    static ModelConversation lobby(String id, List<UserRef> users) {
        ModelConversation lobby = new ModelConversation(id, Visibility.PUBLIC, false, true);
        users.forEach(user -> lobby.enter(user, user, Optional.empty()));
        return lobby;
    }

    /** A conversation of two. */
    static ModelConversation direct(String id, UserRef one, UserRef other) {
        ModelConversation direct = new ModelConversation(id, Visibility.PRIVATE, true, false);
        direct.seats.put(one, new Seat(Role.MEMBER, 0));
        direct.seats.put(other, new Seat(Role.MEMBER, 0));
        return direct;
    }

    /** The same, from now on on its own. */
    ModelConversation copy() {
        ModelConversation copy = new ModelConversation(id, visibility, isDirect, isLobby);
        copy.topic = topic;
        copy.seats.putAll(seats);
        copy.banned.addAll(banned);
        copy.log.addAll(log);
        messages.forEach((seq, message) -> copy.messages.put(seq, message.copy()));
        return copy;
    }

    String id() {
        return id;
    }

    long head() {
        return log.size();
    }

    boolean isRoom() {
        return !isDirect && !isLobby;
    }

    boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    boolean has(UserRef user) {
        return seats.containsKey(user);
    }

    /** Who leads it; nobody where nobody is in it, or it has no owner. */
    Optional<UserRef> owner() {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue().role() == Role.OWNER)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Everybody who is in it, by id, with the role. */
    Map<String, Role> members() {
        Map<String, Role> members = new TreeMap<>();
        seats.forEach((user, seat) -> members.put(user.id(), seat.role()));
        return members;
    }

    /** The events after this one, as {@code sync} gives them. */
    List<Event> after(long seq) {
        return log.subList((int) seq, log.size());
    }

    /** The newest items of the history, at most so many. */
    List<HistoryItem> newest(int most, UserRef user) {
        List<HistoryItem> items = log.stream()
                .filter(event -> !(event instanceof Event.Edited
                        || event instanceof Event.Deleted
                        || event instanceof Event.Reacted))
                .map(event -> item(event, user))
                .toList();
        return items.subList(Math.max(0, items.size() - most), items.size());
    }

    /** The numbers of messages that are not deleted and hold this text. */
    List<Long> found(String text) {
        return messages.values().stream()
                .filter(message -> !message.sent().deleted() && message.text().contains(text))
                .map(message -> message.sent().seq())
                .toList();
    }

    void post(UserRef who, String text, OptionalLong replyTo) {
        if (!has(who) || (replyTo.isPresent() && !messages.containsKey(replyTo.getAsLong()))) {
            return;
        }
        var sent = new Event.Message(Normal.stamp(id, head() + 1, who), "", text, replyTo, List.of(), false);
        log.add(sent);
        messages.put(sent.seq(), new Message(sent, text, false, 0, new TreeMap<>()));
    }

    void edit(UserRef who, long target, String text) {
        Message message = messages.get(target);
        if (has(who) && isLive(message) && message.sent().author().equals(who)) {
            log.add(new Event.Edited(Normal.stamp(id, head() + 1, who), target, text, List.of(), false));
            messages.put(target, new Message(message.sent(), text, true, head(), message.reactions()));
        }
    }

    void delete(UserRef who, long target) {
        Message message = messages.get(target);
        if (!has(who) || !isLive(message) || !(message.sent().author().equals(who) || isAtLeast(who, Role.MODERATOR))) {
            return;
        }
        log.add(new Event.Deleted(Normal.stamp(id, head() + 1, who), target));
        log.replaceAll(event -> erased(event, target));
        Event.Message erased = (Event.Message) log.get((int) target - 1);
        messages.put(target, new Message(erased, "", false, head(), new TreeMap<>()));
    }

    void react(UserRef who, long target, String emoji, boolean isOn) {
        Message message = messages.get(target);
        if (!has(who) || !isLive(message)) {
            return;
        }
        Set<String> users = message.reactions().computeIfAbsent(emoji, _ -> new TreeSet<>());
        boolean changes = isOn ? users.add(who.id()) : users.remove(who.id());
        if (users.isEmpty()) {
            message.reactions().remove(emoji);
        }
        if (changes) {
            log.add(new Event.Reacted(Normal.stamp(id, head() + 1, who), target, emoji, isOn));
            messages.put(
                    target,
                    new Message(message.sent(), message.text(), message.isEdited(), head(), message.reactions()));
        }
    }

    void join(UserRef who) {
        if (isPublic() && !has(who) && !banned.contains(who)) {
            enter(who, who, Optional.empty());
        }
    }

    void leave(UserRef who) {
        if (isRoom() && has(who)) {
            end(who, who, LeaveReason.LEFT, Optional.empty());
        }
    }

    void invite(UserRef by, UserRef user) {
        if (isRoom() && isAtLeast(by, Role.MODERATOR) && !has(user) && !banned.contains(user)) {
            enter(user, by, Optional.of(by));
        }
    }

    void kick(UserRef by, UserRef user) {
        if (isRoom() && has(user) && outranks(by, user)) {
            end(user, by, LeaveReason.KICKED, Optional.of(by));
        }
    }

    void ban(UserRef by, UserRef user) {
        if (isRoom() && outranks(by, user) && banned.add(user) && has(user)) {
            end(user, by, LeaveReason.BANNED, Optional.of(by));
        }
    }

    void unban(UserRef by, UserRef user) {
        if (isRoom() && isAtLeast(by, Role.MODERATOR)) {
            banned.remove(user);
        }
    }

    void setRole(UserRef by, UserRef user, Role role) {
        boolean isLastOwner = has(user)
                && seats.get(user).role() == Role.OWNER
                && seats.values().stream()
                                .filter(seat -> seat.role() == Role.OWNER)
                                .count()
                        == 1;
        if (isRoom()
                && isAtLeast(by, Role.OWNER)
                && has(user)
                && !isLastOwner
                && seats.get(user).role() != role) {
            become(user, role, by);
        }
    }

    void setTopic(UserRef by, String text) {
        if (isRoom() && isAtLeast(by, Role.MODERATOR) && !topic.equals(text)) {
            topic = text;
            change(by, Optional.of(text), Optional.empty(), Optional.empty());
        }
    }

    void setVisibility(UserRef by, Visibility next) {
        if (isRoom() && isAtLeast(by, Role.MODERATOR) && visibility != next) {
            visibility = next;
            change(by, Optional.empty(), Optional.of(next), Optional.empty());
        }
    }

    /** Whether this user may erase it. */
    boolean mayDelete(UserRef who) {
        return isRoom() && isAtLeast(who, Role.OWNER);
    }

    /** A private room that everybody left is no more. */
    boolean isAbandoned() {
        return isRoom() && !isPublic() && seats.isEmpty();
    }

    private void enter(UserRef user, UserRef author, Optional<UserRef> by) {
        Role role = seats.isEmpty() && !isLobby ? Role.OWNER : Role.MEMBER;
        log.add(new Event.Joined(Normal.stamp(id, head() + 1, author), user, by));
        seats.put(user, new Seat(role, head()));
    }

    private void end(UserRef user, UserRef author, LeaveReason reason, Optional<UserRef> by) {
        log.add(new Event.Left(Normal.stamp(id, head() + 1, author), user, reason, by, Optional.empty()));
        seats.remove(user);
        if (owner().isEmpty()) {
            seats.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<UserRef, Seat> seat) ->
                                    seat.getValue().role())
                            .reversed()
                            .thenComparingLong(seat -> seat.getValue().since()))
                    .ifPresent(next -> become(next.getKey(), Role.OWNER, author));
        }
    }

    private void become(UserRef user, Role role, UserRef author) {
        seats.compute(user, (_, seat) -> new Seat(role, seat.since()));
        change(author, Optional.empty(), Optional.empty(), Optional.of(new Event.RoleChange(user, role)));
    }

    private void change(
            UserRef author, Optional<String> text, Optional<Visibility> next, Optional<Event.RoleChange> role) {
        log.add(new Event.Changed(Normal.stamp(id, head() + 1, author), Optional.empty(), text, next, role));
    }

    private boolean isAtLeast(UserRef who, Role role) {
        return has(who) && seats.get(who).role().compareTo(role) >= 0;
    }

    private boolean outranks(UserRef who, UserRef whom) {
        return isAtLeast(who, Role.MODERATOR)
                && (!has(whom)
                        || seats.get(who).role().compareTo(seats.get(whom).role()) > 0);
    }

    private static boolean isLive(Message message) {
        return message != null && !message.sent().deleted();
    }

    private static Event erased(Event event, long target) {
        return switch (event) {
            case Event.Message message
            when message.seq() == target ->
                new Event.Message(message.stamp(), "", "", message.replyTo(), List.of(), true);
            case Event.Edited edited
            when edited.target() == target -> new Event.Edited(edited.stamp(), target, "", List.of(), true);
            default -> event;
        };
    }

    private HistoryItem item(Event event, UserRef user) {
        Message message = messages.get(event.seq());
        if (message == null) {
            return new HistoryItem(event, false, List.of(), OptionalLong.empty());
        }
        Event.Message sent = message.sent();
        var shown = new Event.Message(sent.stamp(), "", message.text(), sent.replyTo(), List.of(), sent.deleted());
        List<HistoryItem.Reaction> reactions = message.reactions().entrySet().stream()
                .map(each -> new HistoryItem.Reaction(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().contains(user.id()),
                        List.copyOf(each.getValue())))
                .toList();
        OptionalLong rev = message.rev() == 0 ? OptionalLong.empty() : OptionalLong.of(message.rev());
        return new HistoryItem(shown, message.isEdited(), reactions, rev);
    }
}
