/** The chat that this program hosts: beginning it, what to tell others, who is there, and its end. Lives on the JavaFX thread. */
package hearth.client.ui.host;
