package archfixture.server;

import archfixture.client.host.HostInACycle;

/** What only the host may see; it breaks a rule itself, by looking back. */
public interface Server {
    HostInACycle host();
}
