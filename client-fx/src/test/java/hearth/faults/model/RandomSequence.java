package hearth.faults.model;

import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Some things that people do, one after the other, at random; with what the operator does between them. */
final class RandomSequence {
    private static final int FEWEST_STEPS = 8;
    private static final int MORE_STEPS = 10;
    private static final int MOST_ROOMS = 3;
    private static final int RECENT = 12;
    private static final List<String> EMOJI = List.of("👍", "🎉", "x");

    private final ModelWorld world;
    private final Random random;
    private final String word;
    private int texts;
    private int rooms;

    /** What the operator does in a sequence. */
    enum Operator {
        NOTHING,
        KILL,
        STOP,
        RESTORE
    }

    /** A sequence whose messages all hold this word. */
    RandomSequence(ModelWorld world, Random random, String word) {
        this.world = world;
        this.random = random;
        this.word = word;
    }

    /** Does it, and compares. */
    void run(Operator operator) throws Exception {
        world.begin();
        createRoom(anybody());
        steps();
        switch (operator) {
            case NOTHING -> {}
            case KILL -> world.killUnder(anybodyOnline(), somewhere(), text());
            case STOP -> world.stopAndStart();
            case RESTORE -> {
                ModelWorld.Saved saved = world.backUp();
                steps();
                world.restore(saved);
            }
        }
        if (operator != Operator.NOTHING) {
            steps();
        }
        world.compare(word);
        world.deleteRooms();
    }

    private void steps() {
        int count = FEWEST_STEPS + random.nextInt(MORE_STEPS);
        for (int i = 0; i < count; i++) {
            step();
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 70) {
            speak(anybody(), dice);
        } else if (dice < 92) {
            lead(anybodyOnline(), dice);
        } else if (dice < 95) {
            world.postAndLoseConnection(anybodyOnline(), somewhere(), text());
        } else {
            comeAndGo(anybody());
        }
    }

    /** What goes through the outbox. */
    private void speak(ModelUser user, int dice) {
        String where = somewhere();
        long target = recent(where);
        if (dice < 36) {
            world.post(user, where, text(), dice < 6 ? OptionalLong.of(target) : OptionalLong.empty());
        } else if (dice < 48) {
            world.edit(user, where, target, text());
        } else if (dice < 55) {
            world.delete(user, where, target);
        } else {
            world.react(user, where, target, pick(EMOJI), random.nextInt(3) > 0);
        }
    }

    /** What is done to rooms and to people in them. */
    private void lead(ModelUser user, int dice) {
        String where = somewhere();
        UserRef whom = anybody().self();
        switch (dice) {
            case 70, 71, 72, 73 -> world.join(user, where);
            case 74, 75 -> world.leave(user, where);
            case 76, 77, 78 -> world.invite(user, where, whom);
            case 79, 80 -> world.remove(user, where, whom, false);
            case 81 -> world.remove(user, where, whom, true);
            case 82 -> world.unban(user, where, whom);
            case 83, 84, 85 -> world.setRole(user, where, whom, pick(List.of(Role.MEMBER, Role.MODERATOR, Role.OWNER)));
            case 86 -> world.setTopic(user, where, text());
            case 87 -> world.setVisibility(user, where, pick(List.of(Visibility.PUBLIC, Visibility.PRIVATE)));
            case 88 -> world.deleteRoom(user, where);
            case 89 -> openDirect(user);
            default -> createRoom(user);
        }
    }

    private void comeAndGo(ModelUser user) {
        if (user.isOffline()) {
            user.comeBack();
        } else if (world.users().stream().filter(ModelUser::isOffline).count()
                < world.users().size() - 1) {
            user.goOffline();
        }
    }

    private void createRoom(ModelUser user) {
        if (rooms < MOST_ROOMS && !user.isOffline()) {
            world.createRoom(
                    user, word + "-" + rooms++, random.nextInt(3) == 0 ? Visibility.PRIVATE : Visibility.PUBLIC);
        }
    }

    private void openDirect(ModelUser user) {
        ModelUser other = anybody();
        if (other != user) {
            world.openDirect(user, other);
        }
    }

    private String text() {
        return word + " " + texts++ + " 世界 " + random.nextInt(1_000);
    }

    /** A room of this sequence more often than what stays. */
    private String somewhere() {
        List<ModelConversation> all = List.copyOf(world.chat().all());
        List<ModelConversation> made =
                all.stream().filter(ModelConversation::isRoom).toList();
        List<ModelConversation> choice = !made.isEmpty() && random.nextInt(4) > 0 ? made : all;
        return pick(choice).id();
    }

    /** The number of something near the end of a log, a message or not. */
    private long recent(String conversation) {
        long head = world.chat().find(conversation).orElseThrow().head();
        return Math.max(1, head - random.nextInt(RECENT));
    }

    private ModelUser anybody() {
        return pick(world.users());
    }

    private ModelUser anybodyOnline() {
        return pick(world.users().stream().filter(user -> !user.isOffline()).toList());
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
