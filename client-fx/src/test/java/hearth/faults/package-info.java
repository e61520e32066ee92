/** The fault kit: what can happen to a connection or a process, what the clients then saw, and whether the promises were kept. The faults run on the proxy's thread. */
package hearth.faults;
