/** The rules of names, mentions, letter case, tokens, ids and roles. Pure functions; owned by no thread. */
package hearth.server.account;
