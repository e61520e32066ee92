/**
 * Owns all chat state: sessions, rooms, members, presence. Everything here runs on the hub thread; the gateway speaks to it in {@link
 * hearth.server.hub.FromGateway} and hears from it in {@link hearth.server.hub.ToGateway}, values that name connections by id.
 */
package hearth.server.hub;
