package hearth.faults.model;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.hearth.HearthDialler;
import hearth.client.session.Outcome;
import hearth.client.store.Target;
import hearth.faults.FaultRig;
import hearth.faults.Seat;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A server, its users, and the model of what they have said; keeps both at the same point. The test's thread only. */
final class ModelWorld {
    private static final List<String> NAMES = List.of("Ada", "Bo", "Cy", "Di", "Eve");
    private static final int PAGE = 100;

    private final ModelServer server;
    private final List<ModelUser> users = new ArrayList<>();
    private final String lobby;
    private ModelChat chat = new ModelChat();

    /** Where the logs of conversations that stay were at the beginning. */
    private final Map<String, Long> begins = new HashMap<>();

    /** Lets five users arrive at a new server. */
    ModelWorld(FaultRig rig, Path folder, HearthDialler dialler) throws Exception {
        server = new ModelServer(rig, folder);
        for (String name : NAMES) {
            Seat seat = rig.impatient(name);
            users.add(ModelUser.arrive(
                    seat, name, token -> new Device(dialler, seat.proxy().address(), token)));
        }
        lobby = users.getFirst().lobby();
        chat.add(ModelConversation.lobby(
                lobby, users.stream().map(ModelUser::self).toList()));
        begin();
    }

    List<ModelUser> users() {
        return users;
    }

    ModelChat chat() {
        return chat;
    }

    /** From here on everything is compared, and not only what pages show. */
    void begin() {
        begins.clear();
        chat.all().forEach(each -> begins.put(each.id(), each.head()));
    }

    void post(ModelUser user, String conversation, String text, OptionalLong replyTo) {
        user.act(
                "post " + text,
                session -> session.post(new Target.Conversation(conversation), text, replyTo),
                new ModelUser.Effects(
                        () -> chat.in(conversation, each -> each.post(user.self(), text, replyTo)),
                        () -> chat.in(conversation, each -> each.post(user.self(), text, OptionalLong.empty()))));
    }

    void edit(ModelUser user, String conversation, long target, String text) {
        user.act(
                "edit " + text,
                session -> session.edit(conversation, target, text),
                onlyHere(() -> chat.in(conversation, each -> each.edit(user.self(), target, text))));
    }

    void delete(ModelUser user, String conversation, long target) {
        user.act(
                "delete " + conversation + target,
                session -> session.delete(conversation, target),
                onlyHere(() -> chat.in(conversation, each -> each.delete(user.self(), target))));
    }

    void react(ModelUser user, String conversation, long target, String emoji, boolean isOn) {
        user.act(
                "react " + conversation + target + emoji,
                session -> session.react(conversation, target, emoji, isOn),
                onlyHere(() -> chat.in(conversation, each -> each.react(user.self(), target, emoji, isOn))));
    }

    /** What is done to a message is not done to the one that has its number in another history. */
    private static ModelUser.Effects onlyHere(Runnable effect) {
        return new ModelUser.Effects(effect, () -> {});
    }

    /** Posts, and loses the connection at once. */
    void postAndLoseConnection(ModelUser user, String conversation, String text) {
        user.keep(session -> session.post(new Target.Conversation(conversation), text, OptionalLong.empty()));
        user.loseConnection();
        user.settle();
        chat.in(conversation, each -> each.post(user.self(), text, OptionalLong.empty()));
    }

    void createRoom(ModelUser user, String name, Visibility visibility) {
        Outcome<ConversationSummary> made = user.ask(session -> session.createRoom(name, "", visibility));
        chat.add(ModelConversation.room(done(made).id(), visibility, user.self()));
    }

    void openDirect(ModelUser user, ModelUser other) {
        Outcome<ConversationSummary> opened = user.ask(session -> session.openDirect(
                new Target.Person(other.self().name(), Optional.of(other.self().id()))));
        String id = done(opened).id();
        if (chat.find(id).isEmpty()) {
            chat.add(ModelConversation.direct(id, user.self(), other.self()));
        }
    }

    void join(ModelUser user, String room) {
        user.ask(session -> session.join(new ClientFrame.RoomKey.ById(room)));
        chat.in(room, each -> each.join(user.self()));
    }

    void leave(ModelUser user, String room) {
        user.ask(session -> session.leave(room));
        chat.in(room, each -> each.leave(user.self()));
    }

    void invite(ModelUser user, String room, UserRef whom) {
        user.ask(session -> session.invite(room, whom.id()));
        chat.in(room, each -> each.invite(user.self(), whom));
    }

    void remove(ModelUser user, String room, UserRef whom, boolean isBan) {
        user.ask(session -> session.remove(room, whom.id(), isBan, Optional.empty()));
        chat.in(room, each -> {
            if (isBan) {
                each.ban(user.self(), whom);
            } else {
                each.kick(user.self(), whom);
            }
        });
    }

    void unban(ModelUser user, String room, UserRef whom) {
        user.device().ask(id -> new ClientFrame.Unban(id, room, whom.id(), Optional.empty()));
        chat.in(room, each -> each.unban(user.self(), whom));
    }

    void setRole(ModelUser user, String room, UserRef whom, Role role) {
        user.ask(session -> session.setRole(room, whom.id(), role));
        chat.in(room, each -> each.setRole(user.self(), whom, role));
    }

    void setTopic(ModelUser user, String room, String topic) {
        user.device()
                .ask(id -> new ClientFrame.SetRoom(id, room, Optional.empty(), Optional.of(topic), Optional.empty()));
        chat.in(room, each -> each.setTopic(user.self(), topic));
    }

    void setVisibility(ModelUser user, String room, Visibility visibility) {
        user.device()
                .ask(id ->
                        new ClientFrame.SetRoom(id, room, Optional.empty(), Optional.empty(), Optional.of(visibility)));
        chat.in(room, each -> each.setVisibility(user.self(), visibility));
    }

    void deleteRoom(ModelUser user, String room) {
        user.device().ask(id -> new ClientFrame.DeleteRoom(id, room));
        if (chat.find(room).filter(each -> each.mayDelete(user.self())).isPresent()) {
            chat.remove(room);
        }
    }

    /** The server is killed while this user posts, and started anew. */
    void killUnder(ModelUser user, String conversation, String text) throws Exception {
        Map<ModelUser, Integer> logins = logins();
        user.keep(session -> session.post(new Target.Conversation(conversation), text, OptionalLong.empty()));
        server.kill();
        server.start();
        logins.forEach(ModelUser::awaitOnlineAfter);
        user.settle();
        chat.in(conversation, each -> each.post(user.self(), text, OptionalLong.empty()));
    }

    /** The server is stopped and started. */
    void stopAndStart() throws Exception {
        Map<ModelUser, Integer> logins = logins();
        server.stop();
        server.start();
        logins.forEach(ModelUser::awaitOnlineAfter);
    }

    /** A backup, and the model as it was then. */
    record Saved(Path file, ModelChat chat) {}

    Saved backUp() throws Exception {
        return new Saved(server.backUp(), chat.copy());
    }

    /** Nothing since the backup has happened. */
    void restore(Saved saved) throws Exception {
        Map<ModelUser, Integer> logins = logins();
        server.kill();
        server.restore(saved.file());
        logins.forEach(ModelUser::awaitOnlineAfter);
        chat = saved.chat();
        users.forEach(ModelUser::onRestored);
        begins.replaceAll((id, begin) ->
                Math.min(begin, chat.find(id).map(ModelConversation::head).orElse(0L)));
    }

    private Map<ModelUser, Integer> logins() {
        Map<ModelUser, Integer> logins = new HashMap<>();
        users.forEach(user -> logins.put(user, user.logins()));
        return logins;
    }

    /** Everybody comes back, and sees what the model says. */
    void compare(String word) {
        users.forEach(ModelUser::comeBack);
        for (ModelUser user : users) {
            Map<String, Long> heads = new HashMap<>();
            chat.of(user.self()).forEach(each -> heads.put(each.id(), each.head()));
            user.sight().awaitHeads(heads);
            assertThat(user.sight().violations()).isEmpty();
            compareSync(user);
            chat.of(user.self()).stream().filter(this::isOther).forEach(each -> comparePages(user, each));
            compareSearch(user, word);
            user.forgetFailed();
        }
    }

    /** Whether anything has happened there since the last comparison: whatever does moves the head. */
    private boolean isOther(ModelConversation conversation) {
        return begins.getOrDefault(conversation.id(), 0L) < conversation.head();
    }

    private void compareSync(ModelUser user) {
        Map<String, Long> cursors = new TreeMap<>();
        chat.all().forEach(each -> cursors.put(each.id(), begins.getOrDefault(each.id(), 0L)));
        Answer.Synced synced = user.device().answer(Answer.Synced.class, id -> new ClientFrame.Sync(id, cursors));
        for (ModelConversation each : chat.all()) {
            Answer.SyncResult result = synced.conversations().get(each.id());
            if (each.has(user.self())) {
                Answer.SyncResult.Recovered recovered = (Answer.SyncResult.Recovered) result;
                List<Event> events = each.after(cursors.get(each.id()));
                assertThat(Normal.events(recovered.events()))
                        .as("sync of %s for %s", each.id(), user.self())
                        .isEqualTo(events.subList(0, recovered.events().size()));
                assertThat(recovered.events().size()).isEqualTo(events.size());
            } else {
                assertThat(result).as("%s for %s", each.id(), user.self()).isInstanceOf(Answer.SyncResult.Lost.class);
            }
        }
    }

    private void comparePages(ModelUser user, ModelConversation conversation) {
        String id = conversation.id();
        List<Event> told = user.sight().events(id);
        List<Event> now = conversation.after(conversation.head() - told.size());
        for (int i = 0; i < told.size(); i++) {
            assertThat(Normal.toldBefore(told.get(i), now.get(i)))
                    .as("told to %s", user.self())
                    .isEqualTo(now.get(i));
        }
        Outcome<Answer.HistoryPage> page =
                user.ask(session -> session.history(id, new ClientFrame.Place.Latest(), PAGE));
        List<HistoryItem> items = conversation.newest(PAGE, user.self());
        assertThat(Normal.items(done(page).items()))
                .as("history of %s for %s", id, user.self())
                .isEqualTo(items);
        assertThat(done(page).asOf()).isEqualTo(conversation.head());
        if (conversation.isRoom()) {
            compareMembers(user, conversation);
        }
    }

    private static void compareMembers(ModelUser user, ModelConversation room) {
        Map<String, Role> members = new TreeMap<>();
        user.device()
                .answer(
                        Answer.MembersPage.class,
                        re -> new ClientFrame.Members(re, room.id(), Optional.empty(), OptionalInt.empty()))
                .members()
                .forEach(member -> members.put(member.id(), member.role()));
        assertThat(members).as("members of %s", room.id()).isEqualTo(room.members());
    }

    private void compareSearch(ModelUser user, String word) {
        Set<String> expected = new HashSet<>();
        chat.of(user.self()).forEach(each -> each.found(word).forEach(seq -> expected.add(each.id() + " " + seq)));
        Set<String> found = new HashSet<>();
        user.device()
                .answer(
                        Answer.SearchPage.class,
                        id -> new ClientFrame.Search(
                                id, word, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(PAGE)))
                .hits()
                .forEach(hit -> found.add(hit.conversation() + " " + hit.seq()));
        assertThat(found).as("search for %s", word).isEqualTo(expected);
    }

    /** Rooms of a sequence do not outlive it. */
    void deleteRooms() {
        for (ModelConversation each : chat.all()) {
            if (each.isRoom()) {
                Optional<UserRef> owner = each.owner();
                ModelUser last = owner.map(this::user).orElse(users.getFirst());
                if (owner.isEmpty()) {
                    users.forEach(user -> join(user, each.id()));
                    last = each.owner().map(this::user).orElse(last);
                }
                deleteRoom(last, each.id());
            }
        }
    }

    private ModelUser user(UserRef ref) {
        return users.stream()
                .filter(user -> user.self().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    void close() {
        users.forEach(user -> user.device().close());
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError("refused: " + outcome);
    }
}
