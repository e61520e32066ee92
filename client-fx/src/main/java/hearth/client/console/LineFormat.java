package hearth.client.console;

/** How a line of output is written. Pure; what it gives is one line, without its end. */
interface LineFormat {

    /** The line as text. */
    String write(OutputLine line);
}
