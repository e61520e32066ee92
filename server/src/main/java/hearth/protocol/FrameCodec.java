package hearth.protocol;

import hearth.protocol.Answer.AuditEntry;
import hearth.protocol.Answer.BanEntry;
import hearth.protocol.Answer.Hit;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Answer.RoomEntry;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.JsonOut.Shape;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Between frames and their JSON text, for both sides. Immutable; safe from any thread.
 *
 * <p>Encoding takes well-formed strings only (see {@link Texts#isWellFormed}); what was decoded is. A server fills a page up
 * to {@link Limits#replyBytes} by {@code encodedLength}: {@link #PAGE_ENVELOPE_BYTES} for what is around the entries, and
 * for each entry its length and one byte for the comma.
 */
public final class FrameCodec {

    /** No {@code ok} is longer without its entries, as long as its {@code next} is at most 128 bytes long. */
    public static final int PAGE_ENVELOPE_BYTES = 512;

    private static final int USUAL_FRAME_BYTES = 512;

    /** Makes a codec; one for all will do. */
    public FrameCodec() {}

    /** Reads what a client sent. Never throws: whatever was sent has its place in {@link Decoded}. */
    public Decoded decodeClient(String text) {
        return ClientFrameReader.read(text);
    }

    /**
     * Reads what a server sent. A type that is not known gives {@link ServerFrame.Unknown}, and so does an {@code ok} that
     * nobody waits for.
     *
     * @param expected the kind of answer that the request with this id gets, if such a request is unanswered
     * @throws MalformedFrameException if this is no frame that a server of any version may send
     */
    public ServerFrame decodeServer(String text, LongFunction<Optional<AnswerKind>> expected)
            throws MalformedFrameException {
        return new ServerFrameReader(expected).read(text);
    }

    /** Writes a frame of a server. */
    public EncodedFrame encode(ServerFrame frame) {
        return encode(frame, ServerFrameWriter::write);
    }

    /** Writes a frame of a client. */
    public EncodedFrame encode(ClientFrame frame) {
        return encode(frame, ClientFrameWriter::write);
    }

    /** The bytes of an event, as a frame of its own or as an entry of {@code sync}. */
    public int encodedLength(Event event) {
        return measure(event, EventJson::write);
    }

    /** The bytes of an entry of a page of history. */
    public int encodedLength(HistoryItem item) {
        return measure(item, EventJson::writeItem);
    }

    /** The bytes of a summary in {@code welcome} or in any other frame. */
    public int encodedLength(ConversationSummary summary) {
        return measure(summary, SummaryJson::write);
    }

    /** The bytes of a person in {@code welcome} or {@code presence}. */
    public int encodedLength(PresenceEntry entry) {
        return measure(entry, SummaryJson::writePresence);
    }

    /** The bytes of an entry of a page of search. */
    public int encodedLength(Hit hit) {
        return measure(hit, AnswerWriter::writeHit);
    }

    /** The bytes of an entry of a page of rooms. */
    public int encodedLength(RoomEntry room) {
        return measure(room, AnswerWriter::writeRoom);
    }

    /** The bytes of an entry of a page of members. */
    public int encodedLength(MemberEntry member) {
        return measure(member, AnswerWriter::writeMember);
    }

    /** The bytes of an entry of a page of bans. */
    public int encodedLength(BanEntry ban) {
        return measure(ban, AnswerWriter::writeBan);
    }

    /** The bytes of an entry of a page of the audit log. */
    public int encodedLength(AuditEntry entry) {
        return measure(entry, AnswerWriter::writeAudit);
    }

    /** The bytes of one conversation in the answer to {@code sync}, its name and the colon between included. */
    public int encodedLength(String conversation, SyncResult result) {
        int braces = 2;
        return measure(result, (out, value) -> out.object(conversation, value, AnswerWriter::writeSyncResult)) - braces;
    }

    private static <T> EncodedFrame encode(T frame, Shape<T> shape) {
        var bytes = new ByteArrayOutputStream(USUAL_FRAME_BYTES);
        write(bytes, frame, shape);
        return new EncodedFrame(bytes.toByteArray());
    }

    private static <T> int measure(T part, Shape<T> shape) {
        var length = new ByteCounter();
        write(length, part, shape);
        return length.count();
    }

    private static <T> void write(OutputStream target, T value, Shape<T> shape) {
        try (JsonOut out = JsonText.writer(target)) {
            out.root(value, shape);
        }
    }
}
