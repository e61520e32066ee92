/** Every word that the user reads, in each language. Immutable; safe from any thread. */
package hearth.client.i18n;
