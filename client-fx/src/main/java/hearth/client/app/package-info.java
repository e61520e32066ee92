/** Starts the client: reads the command line, wires the parts by hand, and closes them in reverse order; the starting thread owns it. */
package hearth.client.app;
