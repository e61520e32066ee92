package hearth.server.hub;

/** What all handlers work with: the state, the way to change it, and the way to say so. One for each hub. */
record Workings(HubParts parts, ChatState chat, Ledger ledger, Sessions sessions, Outgoing outgoing) {}
