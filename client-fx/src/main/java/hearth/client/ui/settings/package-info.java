/** The user's preferences as they are chosen. */
package hearth.client.ui.settings;
