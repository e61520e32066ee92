/** Plain WebSocket servers with rooms, whose messages are JSON objects with an {@code event}. */
package hearth.client.link.jsonroom;
