/** Servers that pass text on, or send it back, and know nothing else. */
package hearth.client.link.text;
