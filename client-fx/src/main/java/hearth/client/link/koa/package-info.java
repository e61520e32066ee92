/** Chats of typed JSON behind a sign-in form, whose cookie opens the socket. */
package hearth.client.link.koa;
