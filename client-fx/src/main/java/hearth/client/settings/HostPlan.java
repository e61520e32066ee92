package hearth.client.settings;

/**
 * What is hosted on this computer.
 *
 * @param chat what people see
 * @param port where others reach it
 * @param user as whom the host joins it
 * @param again whether hosting begins again whenever the program does
 */
public record HostPlan(String chat, int port, String user, boolean again) {
    /** Where nothing else is chosen. */
    public static final int USUAL_PORT = 7878;

    /** The highest port that there is. */
    public static final int LAST_PORT = 65_535;

    /** The same, where hosting begins again with the program or does not. */
    public HostPlan withAgain(boolean other) {
        return new HostPlan(chat, port, user, other);
    }
}
