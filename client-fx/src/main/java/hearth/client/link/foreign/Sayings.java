package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user says on one connection: refused before it is sent, or sent and then, as far as can be seen, known to have arrived. In the socket's turns only. */
final class Sayings {
    private final Dialect.Kind kind;
    private final Memory memory;
    private final Answers answers;
    private final InstantSource clock;
    private final Consumer<ServerFrame> listener;

    /** What was sent and of which it is not known yet that it arrived, oldest first. */
    private final Deque<Said> waiting = new ArrayDeque<>();

    /** Something that the user said: the request that it answers, and its words as they will be heard. */
    private record Said(long request, String clientId, Line line) {}

    Sayings(Dialect.Kind kind, Memory memory, Answers answers, InstantSource clock, Consumer<ServerFrame> listener) {
        this.kind = kind;
        this.memory = memory;
        this.answers = answers;
        this.clock = clock;
        this.listener = listener;
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
        speaker.post(place.get(), words, new OwnReceipt(said));
    }

    private Optional<ErrorCode> objection(Place place, String words, Dialect speaker) {
        if (words.isBlank()) {
            return Optional.of(ErrorCode.EMPTY);
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
                arrived(said, new Line(whereSaid(said, line), line.author(), line.text(), line.at()));
                return true;
            }
        }
        return false;
    }

    /** Where the user said it, unless they have left that place: not every server tells with an echo where it was said. */
    private Place whereSaid(Said said, Line echo) {
        Place place = said.line().place();
        return memory.has(place.id()) ? place : echo.place();
    }

    private boolean isEchoed(Place place) {
        return kind.abilities().has(Abilities.Trait.ECHO) && !(place instanceof Place.Person);
    }

    private void arrived(Said said, Line line) {
        Event.Message message = memory.say(line, said.clientId(), clock.instant());
        listener.accept(answers.posted(said.request(), message));
        listener.accept(new ServerFrame.Happened(message));
    }

    private void refuse(long request, ErrorCode code) {
        listener.accept(answers.refusal(request, code));
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
