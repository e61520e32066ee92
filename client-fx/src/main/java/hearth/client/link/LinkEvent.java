package hearth.client.link;

import hearth.client.transport.Ending;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;

/** What a link tells. */
public sealed interface LinkEvent {

    /** A chat server that we speak with is there, and this is who it is. */
    record Recognised(ServerInfo server) implements LinkEvent {}

    /** A frame arrived. */
    record Arrived(ServerFrame frame) implements LinkEvent {}

    /** Something arrived, a frame or not: the server lives. */
    record Heard() implements LinkEvent {}

    /** The server shows a person, by their user id, in this colour. */
    record Coloured(String user, Colour colour) implements LinkEvent {}

    /**
     * So many are in a conversation, as the server counts. Where it does, it alone does: who comes and goes is in its number already, and whether one of them
     * makes a difference is its own affair.
     */
    record Counted(String conversation, int people) implements LinkEvent {}

    /**
     * Nobody can tell whether the server has what was asked for with this id: it was sent, and nothing came back. It is not asked for again by itself; where it
     * shows later that it arrived, it is told as something that happened.
     */
    record Unheard(long re) implements LinkEvent {}

    /**
     * The link took the server for one of another version and has learnt better: the next one is dialled at once, for nothing has failed. Told before the user
     * is let in, or in vain; {@link Ended} follows.
     */
    record Misjudged() implements LinkEvent {}

    /** The link is over. */
    record Ended(Ending ending) implements LinkEvent {}
}
