/** Socket.IO of the versions 2 to 4 over a WebSocket, and the chats that are built on it. */
package hearth.client.link.socketio;
