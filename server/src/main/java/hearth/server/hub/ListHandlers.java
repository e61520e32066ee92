package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Visibility;
import hearth.server.account.CaseFolding;
import hearth.server.history.Change;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists from memory: {@code rooms}, {@code members} and {@code bans}. */
final class ListHandlers {
    private final Workings workings;
    private final PresenceBoard presence;
    private final FrameCodec codec;
    private final Limits limits;

    ListHandlers(Workings workings, PresenceBoard presence) {
        this.workings = workings;
        this.presence = presence;
        codec = workings.outgoing().codec();
        limits = workings.parts().settings().limits();
    }

    Answer onRooms(Turn turn, ClientFrame.Rooms request) {
        String query = CaseFolding.fold(request.query().orElse(""));
        Page<Answer.RoomEntry> page = new Page<>(pageLimit(request.limit()), limits.replyBytes(), codec::encodedLength);
        for (Conversation conversation : workings.chat().conversations().roomsAfter(request.after())) {
            Conversation.Room room = conversation.room().orElseThrow();
            boolean visible = room.visibility() == Visibility.PUBLIC
                    || conversation.hasMember(turn.user().id());
            boolean found = visible && CaseFolding.fold(room.name()).contains(query);
            if (found && !page.add(entry(conversation, room, turn.user()))) {
                break;
            }
        }
        return new Answer.RoomsPage(page.entries(), page.more());
    }

    Answer onMembers(Standing standing, ClientFrame.Members request) {
        int limit = Page.limit(request.limit(), Limits.DEFAULT_PAGE, Limits.MEMBERS_PAGE);
        Page<Answer.MemberEntry> page = new Page<>(limit, limits.replyBytes(), codec::encodedLength);
        for (Member member : after(standing.conversation().members(), request.after())) {
            Optional<User> user = workings.chat().people().byId(member.user());
            if (user.isPresent() && !page.add(entry(member, user.get()))) {
                break;
            }
        }
        return new Answer.MembersPage(page.entries(), page.more());
    }

    Answer onBans(Standing standing, ClientFrame.Bans request) {
        Page<Answer.BanEntry> page = new Page<>(pageLimit(request.limit()), limits.replyBytes(), codec::encodedLength);
        for (Change.Banned ban : after(standing.conversation().bans(), request.after())) {
            Answer.BanEntry entry =
                    new Answer.BanEntry(ban.user().id(), ban.user().name(), ban.by(), ban.at(), ban.reason());
            if (!page.add(entry)) {
                break;
            }
        }
        return new Answer.BansPage(page.entries(), page.more());
    }

    private int pageLimit(OptionalInt asked) {
        return Page.limit(asked, Limits.DEFAULT_PAGE, limits.historyPage());
    }

    private static <V> Iterable<V> after(NavigableMap<String, V> byId, Optional<String> after) {
        return after.map(id -> byId.tailMap(id, false)).orElse(byId).values();
    }

    private Answer.RoomEntry entry(Conversation conversation, Conversation.Room room, User asking) {
        int online = (int) conversation.members().keySet().stream()
                .filter(workings.sessions()::isOnline)
                .count();
        return new Answer.RoomEntry(
                conversation.id(),
                room.name(),
                room.topic(),
                room.visibility(),
                conversation.members().size(),
                online,
                conversation.member(asking.id()).map(Member::role));
    }

    private Answer.MemberEntry entry(Member member, User user) {
        PresenceEntry now = presence.of(user);
        return new Answer.MemberEntry(user.id(), user.name(), member.role(), now.status(), now.text());
    }
}
