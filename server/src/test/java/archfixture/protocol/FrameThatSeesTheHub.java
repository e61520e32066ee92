package archfixture.protocol;

import archfixture.server.hub.HubThatSeesTheGateway;

/** Breaks a rule on purpose. */
public interface FrameThatSeesTheHub {
    HubThatSeesTheGateway hub();
}
