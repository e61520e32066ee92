package hearth.protocol;

import hearth.protocol.Fields.Reader;
import hearth.protocol.JsonOut.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Between values that stand inside frames and their JSON text, in the form that they have there: for whoever keeps them. Immutable; safe from any thread.
 */
public final class PartCodec {

    private static final int USUAL_PART_BYTES = 512;

    /** Makes a codec; one for all will do. */
    public PartCodec() {}

    /** Writes an entry of a page of history. Of a deleted message, no text is written. */
    public String encode(HistoryItem item) {
        return encode(item, EventJson::writeItem);
    }

    /** Writes a summary. */
    public String encode(ConversationSummary summary) {
        return encode(summary, SummaryJson::write);
    }

    /**
     * Reads what {@link #encode(HistoryItem)} wrote.
     *
     * @throws MalformedFrameException if it is anything else
     */
    public HistoryItem decodeItem(String text) throws MalformedFrameException {
        return decode(text, EventJson::readItem);
    }

    /**
     * Reads what {@link #encode(ConversationSummary)} wrote.
     *
     * @throws MalformedFrameException if it is anything else
     */
    public ConversationSummary decodeSummary(String text) throws MalformedFrameException {
        return decode(text, SummaryJson::read);
    }

    private static <T> String encode(T part, Shape<T> shape) {
        var bytes = new ByteArrayOutputStream(USUAL_PART_BYTES);
        try (JsonOut out = JsonText.writer(bytes)) {
            out.root(part, shape);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static <T> T decode(String text, Reader<T> reader) throws MalformedFrameException {
        try {
            return reader.read(new Fields(JsonText.parseObject(text)));
        } catch (FieldException e) {
            throw new MalformedFrameException(e.getMessage());
        }
    }
}
