/** What the user prefers, and how the window was left. Values are immutable; files are read before the toolkit starts and written off its thread. */
package hearth.client.settings;
