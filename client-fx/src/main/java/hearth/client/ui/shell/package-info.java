/** The window: its two screens, the frame around a conversation, and where the connection stands. Lives on the JavaFX thread. */
package hearth.client.ui.shell;
