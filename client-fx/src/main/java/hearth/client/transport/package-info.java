/** One WebSocket to one server, hardened; the only user of {@code java.net.http}. Its callbacks arrive one at a time, on threads of its own. */
package hearth.client.transport;
