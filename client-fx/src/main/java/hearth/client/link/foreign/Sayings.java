package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.LinkEvent;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the user says on one connection: refused before it is sent, or sent and then, as far as can be seen, known to have arrived. In the socket's turns only. */
final class Sayings {
    /** So long an echo is waited for; what others write goes on meanwhile, but not what the user does. */
    static final Duration ECHO_DEADLINE = Duration.ofSeconds(20);

    private final Dialect.Kind kind;
    private final Memory memory;
    private final Answers answers;
    private final InstantSource clock;
    private final Doubtful doubtful;
    private final Owner owner;

    /** What was sent and of which it is not known yet that it arrived, oldest first. */
    private final Deque<Said> waiting = new ArrayDeque<>();

    /** Something that the user said: the request that it answers, and its words as they will be heard. */
    private record Said(long request, String clientId, Line line) {}

    /** The connection on which it is said. */
    interface Owner {

        /** Tells the session. */
        void tell(ServerFrame frame);

        /** Tells the session what is no frame. */
        void tell(LinkEvent event);

        /** Runs this in a turn, so much later; not at all once the connection is over. */
        void after(Duration delay, Runnable action);
    }

    Sayings(Dialect.Kind kind, Memory memory, Answers answers, Doubtful doubtful, InstantSource clock, Owner owner) {
        this.kind = kind;
        this.memory = memory;
        this.answers = answers;
        this.clock = clock;
        this.owner = owner;
        this.doubtful = doubtful;
    }

    /** The user, who has this name, says something through this speaker. */
    void say(ClientFrame.Post post, String self, Dialect speaker) {
        Optional<Place> place = Place.of(post.conversation()).filter(each -> memory.has(each.id()));
        if (place.isEmpty()) {
            refuse(post.id(), ErrorCode.UNKNOWN_CONVERSATION);
            return;
        }
        String words = speaker.asHeard(post.text());
        Optional<ErrorCode> objection = objection(place.get(), words, speaker);
        if (objection.isPresent()) {
            refuse(post.id(), objection.get());
            return;
        }
        Said said = new Said(post.id(), post.clientId(), new Line(place.get(), self, words));
        waiting.add(said);
        owner.after(ECHO_DEADLINE, () -> onUnheard(said));
        speaker.post(place.get(), words, new OwnReceipt(said));
    }

    /** Some servers change what is said, and so never echo it. It may come yet. */
    private void onUnheard(Said said) {
        if (waiting.remove(said)) {
            doubtful.add(said.clientId(), said.line().place(), said.line().text());
            owner.tell(new LinkEvent.Unheard(said.request()));
        }
    }

    private Optional<ErrorCode> objection(Place place, String words, Dialect speaker) {
        if (words.isBlank()) {
            return Optional.of(ErrorCode.EMPTY);
        }
        if (!Texts.isWellFormed(words) || !Texts.isWellFormed(place.id())) {
            return Optional.of(ErrorCode.BAD_FRAME);
        }
        return kind.abilities().texts().takes(words)
                ? speaker.objection(place, words)
                : Optional.of(ErrorCode.TOO_LONG);
    }

    /** The user's own words came back: the oldest that are like them have arrived, if some are waiting. */
    boolean echoed(Line line) {
        for (Said said : waiting) {
            if (isEchoed(said.line().place()) && said.line().isLike(line.author(), line.text())) {
                waiting.remove(said);
                arrived(said, memory.whereSaid(said.line().place(), line));
                return true;
            }
        }
        return false;
    }

    private boolean isEchoed(Place place) {
        return kind.abilities().has(Abilities.Trait.ECHO) && !(place instanceof Place.Person);
    }

    private void arrived(Said said, Line line) {
        Event.Message message = memory.say(line, said.clientId(), clock.instant());
        owner.tell(answers.posted(said.request(), message));
        owner.tell(new ServerFrame.Happened(message));
    }

    private void refuse(long request, ErrorCode code) {
        owner.tell(Answers.refusal(request, code));
    }

    private final class OwnReceipt implements Receipt {
        private final Said said;

        private OwnReceipt(Said said) {
            this.said = said;
        }

        @Override
        public void left() {
            if (!isEchoed(said.line().place())) {
                arrived(Optional.empty());
            }
        }

        @Override
        public void arrived(Optional<Instant> at) {
            if (waiting.remove(said)) {
                Line line = said.line();
                Sayings.this.arrived(said, new Line(line.place(), line.author(), line.text(), at));
            }
        }

        @Override
        public void refused(ErrorCode code) {
            if (waiting.remove(said)) {
                refuse(said.request(), code);
            }
        }
    }
}
