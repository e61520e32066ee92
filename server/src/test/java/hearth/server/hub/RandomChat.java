package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Clients that do anything at all, sensible or not, as a seed decides. Reads that are answered later are left out: what they show depends on when. */
final class RandomChat {
    private static final List<String> NAMES = List.of("Ada", "Ben", "Cyd", "Dan", "Eve");
    private static final List<String> ROOMS = List.of("red", "green", "blue");
    private static final List<String> TEXTS =
            List.of("hello", "", "@Ada and @Ben", "x".repeat(10_001), "a longer text", "@Eve?");

    private final Random random;
    private final HubHarness hub;
    private final List<TestClient> clients = new ArrayList<>();
    private final Set<String> conversations = new TreeSet<>(Set.of("nowhere"));
    private final Set<String> users = new TreeSet<>(Set.of("nobody"));

    RandomChat(long seed, HubHarness hub) {
        random = new Random(seed);
        this.hub = hub;
    }

    /** Makes the next input. */
    HubInput next() {
        if (clients.size() < 3 || random.nextInt(40) == 0) {
            return open();
        }
        TestClient client = pick(clients);
        learn(client);
        return switch (random.nextInt(40)) {
            case 0 -> close(client);
            case 1 -> client.received(new ClientFrame.Typing(pick(conversations), random.nextBoolean()));
            case 2 -> new FromGateway.Drained(client.connection());
            case 3 ->
                new FromGateway.Malformed(
                        client.connection(), OptionalLong.empty(), ErrorCode.BAD_FRAME, "post", "no text");
            default -> client.request(client.welcome() == null || random.nextInt(200) == 0 ? hello() : request());
        };
    }

    private HubInput open() {
        TestClient client = hub.announce();
        clients.add(client);
        return new FromGateway.Opened(client.connection(), "10.0.0.7");
    }

    private HubInput close(TestClient client) {
        clients.remove(client);
        return new FromGateway.Closed(client.connection());
    }

    private LongFunction<ClientFrame.Request> hello() {
        String name = pick(NAMES);
        return random.nextInt(8) == 0
                ? Requests.token(HubHarness.tokenOf(name))
                : Requests.guest(name, HubHarness.tokenOf(name + random.nextInt(3)));
    }

    private LongFunction<ClientFrame.Request> request() {
        String conversation = pick(conversations);
        String user = pick(users);
        long seq = random.nextInt(30);
        String clientId = "c" + random.nextInt(500);
        return switch (random.nextInt(32)) {
            case 0 -> Requests.createRoom(pick(ROOMS));
            case 1 -> Requests.createPrivate(pick(ROOMS));
            case 2, 3, 4 -> Requests.joinByName(pick(ROOMS));
            case 5 -> Requests.leave(conversation);
            case 6 -> Requests.openDirect(user);
            case 7 -> Requests.openDirectByName(pick(NAMES));
            case 8 -> Requests.invite(conversation, user);
            case 9 -> Requests.kick(conversation, user);
            case 10 -> random.nextInt(3) == 0 ? Requests.ban(conversation, user) : Requests.unban(conversation, user);
            case 11 -> Requests.mute(conversation, user, random.nextInt(3));
            case 12 -> Requests.setRole(conversation, user, pick(List.of(Role.values())));
            case 13 -> Requests.rename(conversation, pick(ROOMS));
            case 14 -> Requests.setVisibility(conversation, pick(List.of(Visibility.values())));
            case 15 ->
                random.nextInt(4) == 0 ? Requests.deleteRoom(conversation) : Requests.setTopic(conversation, "t");
            case 16 -> Requests.setStatus(pick(List.of(Status.AWAY, Status.BUSY)), clientId);
            case 17 -> random.nextInt(6) == 0 ? Requests.logOut() : Requests.rooms();
            case 18 -> Requests.members(conversation);
            case 19 -> Requests.bans(conversation);
            case 20 -> Requests.sync(Map.of(conversation, seq));
            case 21 -> Requests.read(conversation, seq);
            case 22 -> Requests.edit(conversation, seq, pick(TEXTS));
            case 23 -> Requests.delete(conversation, seq);
            case 24 -> Requests.react(conversation, seq, "e" + random.nextInt(3), random.nextBoolean());
            case 25 -> Requests.reply(conversation, clientId, "reply", seq);
            default -> Requests.post(conversation, clientId, pick(TEXTS));
        };
    }

    private void learn(TestClient client) {
        for (ServerFrame frame : client.takeAll()) {
            switch (frame) {
                case ServerFrame.Welcome welcome -> {
                    users.add(welcome.user().id());
                    welcome.conversations().forEach(c -> conversations.add(c.id()));
                }
                case ServerFrame.Gained gained ->
                    conversations.add(gained.conversation().id());
                case ServerFrame.Ok ok
                when ok.answer() instanceof Answer.Entered(ConversationSummary entered) ->
                    conversations.add(entered.id());
                default -> {}
            }
        }
    }

    private <T> T pick(Iterable<T> choices) {
        List<T> list = new ArrayList<>();
        choices.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }
}
