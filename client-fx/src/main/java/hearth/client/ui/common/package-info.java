/** What several views share: theme, fonts, icons, avatars, empty states, the people. Lives on the JavaFX thread. */
package hearth.client.ui.common;
