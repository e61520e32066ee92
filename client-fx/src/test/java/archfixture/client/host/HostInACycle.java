package archfixture.client.host;

import archfixture.server.Server;

/** Breaks a rule on purpose. */
public interface HostInACycle {
    Server server();
}
