/**
 * The conformance kit: holds any server to the rules of {@code PROTOCOL.md}, by what can be seen on the wire. It knows
 * nothing of our server; each check runs on a thread of its own.
 */
package hearth.conformance;
