package hearth.server.hub;

import hearth.protocol.Event;
import hearth.server.history.Change;

/**
 * What survives a restart, as the hub keeps it in memory: users, rooms, members, markers, bans and mutes; all but the logs. {@link #apply} is the only way in
 * which it changes, at a start and ever after. Owned by the hub thread.
 */
final class ChatState {
    private final UndoJournal journal;
    private final People people;
    private final Conversations conversations;

    ChatState(UndoJournal journal) {
        this.journal = journal;
        people = new People(journal);
        conversations = new Conversations(journal);
    }

    /** All users; to be read. */
    People people() {
        return people;
    }

    /** All conversations; to be read. */
    Conversations conversations() {
        return conversations;
    }

    /** Makes a change, and notes in the journal how to take it back. */
    void apply(Change change) {
        switch (change) {
            case Change.UserAdded(var user, var skeleton, var role) -> people.add(new User(user, skeleton, role));
            case Change.UserRemoved(var user) -> people.remove(user);
            case Change.TokenAdded(var user, var hash) -> people.addToken(user, hash);
            case Change.TokenRevoked(var user, var hash) -> people.revokeToken(user, hash);
            case Change.RoomAdded added ->
                conversations.add(new Conversation(
                        added.conversation(),
                        new Conversation.Room(added.name(), added.skeleton(), added.topic(), added.visibility())));
            case Change.DirectAdded(var id, var one, var other) ->
                conversations.add(new Conversation(id, new Conversation.Direct(one, other)));
            case Change.RoomChanged changed ->
                conversations.rename(
                        conversations.existing(changed.conversation()),
                        new Conversation.Room(
                                changed.name(), changed.skeleton(), changed.topic(), changed.visibility()));
            case Change.RoomDeleted(var id) -> deleteRoom(conversations.existing(id));
            case Change.MemberAdded added -> addMember(added);
            case Change.MemberRemoved(var id, var user) -> removeMember(conversations.existing(id), user);
            case Change.RoleSet(var id, var user, var role) ->
                put(id, existing(id, user).withRole(role));
            case Change.Read(var id, var user, var seq) ->
                put(id, existing(id, user).withRead(seq));
            case Change.Banned banned ->
                conversations.existing(banned.conversation()).ban(journal, banned);
            case Change.Unbanned(var id, var user) -> conversations.existing(id).unban(journal, user);
            case Change.Muted(var id, var user, var until) ->
                conversations.existing(id).mute(journal, user, until);
            case Change.Appended(var event) -> append(event);
            case Change.HeadKnown(var id, var head) ->
                conversations.existing(id).reach(journal, head);
        }
    }

    private void deleteRoom(Conversation room) {
        for (String user : room.members().keySet()) {
            people.byId(user).ifPresent(member -> member.removeConversation(journal, room.id()));
        }
        conversations.removeRoom(room);
    }

    private void addMember(Change.MemberAdded added) {
        put(added.conversation(), new Member(added.user(), added.role(), added.sinceSeq(), added.read()));
        people.byId(added.user()).ifPresent(user -> user.addConversation(journal, added.conversation()));
    }

    private void removeMember(Conversation conversation, String user) {
        conversation.removeMember(journal, user);
        people.byId(user).ifPresent(member -> member.removeConversation(journal, conversation.id()));
    }

    private void put(String conversation, Member member) {
        conversations.existing(conversation).put(journal, member);
    }

    private Member existing(String conversation, String user) {
        return conversations
                .existing(conversation)
                .member(user)
                .orElseThrow(() -> new IllegalStateException(user + " is no member of " + conversation));
    }

    private void append(Event event) {
        Conversation conversation = conversations.existing(event.conversation());
        if (event.seq() != conversation.head() + 1) {
            throw new IllegalStateException("event " + event.seq() + " after " + conversation.head());
        }
        conversation.reach(journal, event.seq());
    }
}
