package archfixture.server.hub;

import archfixture.server.gateway.GatewayThatReadsHistory;

/** Breaks a rule on purpose. */
public interface HubThatSeesTheGateway {
    GatewayThatReadsHistory gateway();
}
