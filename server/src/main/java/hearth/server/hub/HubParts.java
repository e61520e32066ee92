package hearth.server.hub;

import hearth.server.account.Ids;
import hearth.server.account.Names;
import hearth.server.account.Tokens;
import hearth.server.history.HistoryStore;

/** What the hub is made with. The store belongs to the hub thread from then on; whoever opened it closes it after the thread has ended. */
public record HubParts(HistoryStore store, Names names, Ids ids, Tokens tokens, HubClock clock, HubSettings settings) {}
