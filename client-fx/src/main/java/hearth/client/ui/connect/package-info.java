/** The first screen: who one is, which chat to join, and why it did not work. Lives on the JavaFX thread. */
package hearth.client.ui.connect;
