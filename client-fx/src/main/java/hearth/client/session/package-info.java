/**
 * The life of a connection to one server as one user: connecting and coming back, liveness, the cursors, the outbox. Everything here runs on the session
 * thread; observers hear of it there.
 */
package hearth.client.session;
