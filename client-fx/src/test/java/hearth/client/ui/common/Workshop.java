package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import hearth.client.link.Missed;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.settings.Preferences.Language;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The people, rooms and messages of a small chat, for tests and pictures. The ids are chosen for the colours that come of them. */
public final class Workshop {
    /** The user. */
    public static final UserRef ADA = new UserRef("u-ada7", "Ada");

    /** The owner of the lobby. */
    public static final UserRef JONAS = new UserRef("u-jonas1", "Jonas");

    /** A moderator. */
    public static final UserRef MEI = new UserRef("u-mei", "美 Mei");

    /** A member. */
    public static final UserRef LIN = new UserRef("u-lin16", "林晓");

    /** A member who is away. */
    public static final UserRef NOOR = new UserRef("u-noor3", "Noor");

    /** A member. */
    public static final UserRef TOMAS = new UserRef("u-tomas4", "Tomás");

    /** A member. */
    public static final UserRef YUSUF = new UserRef("u-yusuf3", "Yusuf");

    /** When it is now. */
    public static final Instant NOW = Instant.parse("2026-11-20T09:45:00Z");

    /** The room that everybody is in. */
    public static final String LOBBY = "c-lobby";

    private static final UserRef PRIYA = new UserRef("u-priya", "Priya");
    private static final List<UserRef> AWAY_FROM_HERE = List.of(
            new UserRef("u-ines22", "Ines"),
            new UserRef("u-kenji20", "Kenji"),
            new UserRef("u-sofia42", "Sofia"),
            new UserRef("u-wang1", "王磊"));

    /** What views draw with, where the system speaks this and addresses go to this browser. */
    public static Function<Language, ViewContext> context(Locale system, Appearance appearance, Consumer<URI> browser) {
        EmojiSheet emoji = new EmojiSheet(EmojiTable.load());
        return language -> {
            Messages messages = Messages.in(language == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : system);
            return new ViewContext(messages, new Times(messages, ZoneOffset.UTC), appearance, emoji, browser);
        };
    }

    private Workshop() {}

    /** The sign-in of Ada. */
    public static SessionEvent.SignedIn signedIn() {
        return new SessionEvent.SignedIn(
                new ServerFrame.Self(ADA.id(), ADA.name(), ServerRole.MEMBER),
                new ServerInfo("s1", "e1", "Workshop", "1.0.0"),
                Limits.STANDARD,
                Set.of());
    }

    /** A room. */
    public static ConversationSummary room(String id, String name, String topic, int unread, int mentions) {
        return room(id, name, topic, Visibility.PUBLIC, unread, mentions);
    }

    /** A room that others may not find. */
    public static ConversationSummary room(
            String id, String name, String topic, Visibility visibility, int unread, int mentions) {
        return new ConversationSummary(
                id,
                new ConversationSummary.Room(name, topic, visibility, Role.MEMBER),
                12,
                20,
                20L - unread,
                unread,
                mentions,
                Optional.empty());
    }

    /** A public room of the user's own. */
    public static ConversationSummary owned(String id, String name, String topic) {
        return inRole(id, name, topic, Role.OWNER);
    }

    /** A public room in which the user is this. */
    public static ConversationSummary inRole(String id, String name, String topic, Role role) {
        ConversationSummary plain = room(id, name, topic, 0, 0);
        return new ConversationSummary(
                id,
                new ConversationSummary.Room(name, topic, Visibility.PUBLIC, role),
                8,
                plain.head(),
                plain.read(),
                0,
                0,
                plain.last());
    }

    /** A direct conversation whose newest message is so many minutes old. */
    public static ConversationSummary direct(String id, UserRef with, int unread, int minutesAgo) {
        Event.Message last = new Event.Message(
                new Event.Stamp(id, 20, NOW.minusSeconds(minutesAgo * 60L), with),
                "x",
                "…",
                OptionalLong.empty(),
                List.of(),
                false);
        return new ConversationSummary(
                id, new ConversationSummary.Direct(with, 18), 2, 20, 20L - unread, unread, 0, Optional.of(last));
    }

    /** Everything that a session tells of a chat that is full of life. */
    public static List<SessionEvent> full() {
        List<SessionEvent> events = new ArrayList<>();
        events.add(new SessionEvent.StateChanged(new ConnectionState.Online()));
        events.add(signedIn());
        List.of(
                        room(LOBBY, "lobby", "Everybody on the workshop network. Open day is Saturday at ten.", 0, 0),
                        room("c-day", "open-day", "", 12, 2),
                        room("c-firm", "firmware", "", 4, 0),
                        room("c-lunch", "午饭", "", 0, 0),
                        room("c-print", "printers", "", 0, 0),
                        room("c-keys", "keys", "", Visibility.PRIVATE, 0, 0),
                        room("c-music", "music", "", 0, 0),
                        direct("d-mei", MEI, 1, 1),
                        direct("d-priya", PRIYA, 0, 2),
                        direct("d-jonas", JONAS, 0, 3),
                        direct("d-noor", NOOR, 0, 4),
                        direct("d-kenji", AWAY_FROM_HERE.get(1), 0, 5))
                .forEach(each -> events.add(new SessionEvent.ConversationChanged(each)));
        events.add(presence());
        events.add(members(LOBBY));
        events.add(new SessionEvent.TimelineChanged(LOBBY, new TimelineChange.Reset(talk(), false)));
        events.add(new SessionEvent.TypingChanged(LOBBY, Set.of(MEI.id(), TOMAS.id())));
        return events;
    }

    /** Who does what. */
    public static SessionEvent presence() {
        return new SessionEvent.PresenceChanged(
                List.of(
                        present(JONAS, Status.ONLINE, ""),
                        present(MEI, Status.ONLINE, ""),
                        present(ADA, Status.ONLINE, ""),
                        present(LIN, Status.ONLINE, ""),
                        present(NOOR, Status.AWAY, "Back at three"),
                        present(PRIYA, Status.BUSY, "Exam week, slow replies"),
                        present(TOMAS, Status.ONLINE, ""),
                        present(YUSUF, Status.ONLINE, "")),
                true);
    }

    private static PresenceEntry present(UserRef who, Status status, String text) {
        return new PresenceEntry(who.id(), who.name(), status, Optional.of(text).filter(words -> !words.isEmpty()));
    }

    /** Who is in a room. */
    public static SessionEvent members(String conversation) {
        List<Answer.MemberEntry> all = new ArrayList<>(List.of(
                member(JONAS, Role.OWNER),
                member(MEI, Role.MODERATOR),
                member(ADA, Role.MEMBER),
                member(LIN, Role.MEMBER),
                member(NOOR, Role.MEMBER),
                member(PRIYA, Role.MEMBER),
                member(TOMAS, Role.MEMBER),
                member(YUSUF, Role.MEMBER)));
        AWAY_FROM_HERE.forEach(who -> all.add(member(who, Role.MEMBER)));
        return new SessionEvent.MembersChanged(conversation, all);
    }

    /** Who is in a room in which the user is this; Jonas owns it too, Mei moderates, and most others are not in it. */
    public static SessionEvent members(String conversation, Role own) {
        return new SessionEvent.MembersChanged(
                conversation,
                List.of(
                        member(ADA, own),
                        member(JONAS, Role.OWNER),
                        member(MEI, Role.MODERATOR),
                        member(LIN, Role.MEMBER),
                        member(NOOR, Role.MEMBER)));
    }

    /** Somebody who is in a room. */
    public static Answer.MemberEntry member(UserRef who, Role role) {
        return new Answer.MemberEntry(who.id(), who.name(), role, Status.OFFLINE, Optional.empty());
    }

    /** A morning in the lobby. */
    public static List<TimelineEntry> talk() {
        List<TimelineEntry> entries = new ArrayList<>();
        List<UserRef> came = List.of(
                YUSUF, AWAY_FROM_HERE.get(0), AWAY_FROM_HERE.get(1), AWAY_FROM_HERE.get(2), AWAY_FROM_HERE.get(3));
        for (int i = 0; i < came.size(); i++) {
            entries.add(joined(i + 1, "08:3" + i, came.get(i)));
        }
        entries.add(message(10, "09:12", JONAS, "The projector in room 2 works again. It was the cable."));
        entries.add(with(
                message(11, "09:15", MEI, "太好了，那周六的演示就放在二号房。Room 2 it is!"),
                Optional.of(new TimelineEntry.Quote(
                        10, Optional.of(JONAS), Optional.of("The projector in room 2 works again. It was the cable."))),
                new TimelineEntry.Marks(
                        false,
                        false,
                        List.of(
                                new HistoryItem.Reaction("👍", 4, false, List.of()),
                                new HistoryItem.Reaction("🎉", 2, true, List.of())))));
        entries.add(message(12, "09:21", ADA, "A script for the sign-in desk, it prints the badges."));
        entries.add(mention(13, "09:34", LIN, "Nice! @Ada could it show who speaks 中文？我来画图标 👋"));
        entries.add(own("k1", "09:41", "Good idea, I will send you the template after lunch.", failed()));
        entries.add(own("k2", "09:42", "Badge paper is in the second drawer.", new Delivery.Sending()));
        return entries;
    }

    /** A refusal that the user decides about. */
    public static Delivery failed() {
        return new Delivery.Failed(ErrorCode.READ_ONLY);
    }

    /** This time of today. */
    public static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + ":00Z");
    }

    /** A message that the server has stored. */
    public static TimelineEntry.Message message(long seq, String time, UserRef author, String text) {
        return new TimelineEntry.Message(
                "m" + seq,
                OptionalLong.of(seq),
                at(time),
                author,
                "c" + seq,
                text,
                author.equals(ADA),
                false,
                new Delivery.Sent(),
                Optional.empty(),
                TimelineEntry.Marks.NONE);
    }

    /** A message that mentions the user. */
    public static TimelineEntry.Message mention(long seq, String time, UserRef author, String text) {
        TimelineEntry.Message plain = message(seq, time, author, text);
        return new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                author,
                plain.clientId(),
                text,
                plain.own(),
                true,
                plain.delivery(),
                plain.quote(),
                plain.marks());
    }

    /** The same message with a quote and marks. */
    public static TimelineEntry.Message with(
            TimelineEntry.Message plain, Optional<TimelineEntry.Quote> quote, TimelineEntry.Marks marks) {
        return new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                plain.author(),
                plain.clientId(),
                plain.text(),
                plain.own(),
                plain.mentionsMe(),
                plain.delivery(),
                quote,
                marks);
    }

    /** A message of the user's that has no number yet. */
    public static TimelineEntry.Message own(String clientId, String time, String text, Delivery delivery) {
        return new TimelineEntry.Message(
                clientId,
                OptionalLong.empty(),
                at(time),
                ADA,
                clientId,
                text,
                true,
                false,
                delivery,
                Optional.empty(),
                TimelineEntry.Marks.NONE);
    }

    /** Something said before may be missing. */
    public static TimelineEntry.Notice missed(long seq, String time) {
        Event event = Missed.at(new Event.Stamp(LOBBY, seq, at(time), ADA));
        return new TimelineEntry.Notice("m" + seq, OptionalLong.of(seq), at(time), event);
    }

    /** Somebody became a member. */
    public static TimelineEntry.Notice joined(long seq, String time, UserRef who) {
        Event event = new Event.Joined(new Event.Stamp(LOBBY, seq, at(time), who), who, Optional.empty());
        return new TimelineEntry.Notice("j" + seq, OptionalLong.of(seq), at(time), event);
    }
}
