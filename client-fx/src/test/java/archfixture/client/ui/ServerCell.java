package archfixture.client.ui;

import archfixture.server.Server;

/** Breaks a rule on purpose. */
public interface ServerCell {
    Server server();
}
