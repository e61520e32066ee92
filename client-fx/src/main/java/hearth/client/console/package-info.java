/**
 * The client without a window: lines of text in, lines of text or JSON out, over the same session as the window. Owned by the session thread, but for the
 * reading of the input, which has a thread of its own.
 */
package hearth.client.console;
