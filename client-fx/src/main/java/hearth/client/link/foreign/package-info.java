/**
 * What all dialects share whose servers number nothing, remember little and know no requests: a link that answers the session's requests from what it heard
 * and was reminded of, and numbers what is said. A dialect only translates.
 */
package hearth.client.link.foreign;
