/**
 * The only user of Java-WebSocket: handshakes, connections, outboxes and liveness, hardened. Its workers only check, decode and hand over to the hub; what
 * the hub says is queued without waiting.
 */
package hearth.server.gateway;
