package hearth.client.ui.timeline;

/** A part of a text, from one place between two characters to a later one, counted in UTF-16 units. */
record TextRange(int from, int to) {
    /** Nothing. */
    static final TextRange NONE = new TextRange(0, 0);

    boolean isEmpty() {
        return from >= to;
    }
}
