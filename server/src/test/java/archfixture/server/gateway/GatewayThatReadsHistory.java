package archfixture.server.gateway;

import archfixture.server.history.History;

/** Breaks a rule on purpose. */
public interface GatewayThatReadsHistory {
    History history();
}
