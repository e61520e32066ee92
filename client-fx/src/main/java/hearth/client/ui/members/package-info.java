/** The people of the conversation that is shown. Lives on the JavaFX thread. */
package hearth.client.ui.members;
