/** Writing: the text, its draft for each conversation, and who else writes. Lives on the JavaFX thread. */
package hearth.client.ui.composer;
