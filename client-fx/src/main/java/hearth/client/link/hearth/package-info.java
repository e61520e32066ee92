/** Our own protocol as a dialect. Everything happens in the turns of the transport; only sending and ending come from other threads. */
package hearth.client.link.hearth;
