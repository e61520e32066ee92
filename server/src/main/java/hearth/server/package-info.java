/** Starts and stops a whole server: wiring, configuration and the command line. */
package hearth.server;
