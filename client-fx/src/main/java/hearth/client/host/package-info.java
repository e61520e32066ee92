/** Runs a chat server in this process; the only user of {@code hearth.server}. Started and stopped off the JavaFX thread: both wait for disk and sockets. */
package hearth.client.host;
