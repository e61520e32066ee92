package hearth.client.ui.shell;

/** The line under the server's name; {@code spoken} is its name for assistive technology. */
public record StateLine(Mark mark, String words, String spoken) {

    /** The mark in front of the words. */
    public enum Mark {
        /** A ring. */
        OFFLINE,
        /** A turning ring. */
        WORKING,
        /** Green. */
        ONLINE,
        /** An amber ring. */
        WAITING,
        /** Red. */
        REFUSED
    }
}
