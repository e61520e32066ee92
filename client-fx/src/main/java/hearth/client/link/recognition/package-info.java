/** Finds out what kind of server answers at an address, before anything of the user's is sent. On threads of the transport. */
package hearth.client.link.recognition;
