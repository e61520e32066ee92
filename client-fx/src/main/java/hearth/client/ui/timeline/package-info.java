/** The messages of the conversation that is shown: grouped, marked, virtualised, and holding the reader's place. Lives on the JavaFX thread. */
package hearth.client.ui.timeline;
