package hearth.client.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** The colour of a person: one of fourteen, by the user's id, so that it is the same everywhere and for ever. */
public final class PersonColour {
    private static final int COLOURS = 14;
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;
    private static final String PREFIX = "person-";

    private PersonColour() {}

    /** The number of the colour, from 1 to 14: 32-bit FNV-1a of the id in UTF-8. */
    public static int of(String userId) {
        int hash = FNV_OFFSET;
        for (byte b : userId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return 1 + Integer.remainderUnsigned(hash, COLOURS);
    }

    /** Gives a node and what is in it {@code -hearth-person} and {@code -hearth-person-wash} of this person. */
    public static void paint(Node node, String userId) {
        ObservableList<String> classes = node.getStyleClass();
        String wanted = PREFIX + of(userId);
        if (!classes.contains(wanted)) {
            classes.setAll(Stream.concat(classes.stream().filter(name -> !name.startsWith(PREFIX)), Stream.of(wanted))
                    .toList());
        }
    }
}
