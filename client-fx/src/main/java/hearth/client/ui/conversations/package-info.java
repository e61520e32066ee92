/** The user's conversations, and the ways into new ones: rooms to browse, to make, people to write to. Lives on the JavaFX thread. */
package hearth.client.ui.conversations;
