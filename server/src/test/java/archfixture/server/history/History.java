package archfixture.server.history;

/** What a gateway must not see. */
public interface History {}
