package archfixture.client.store;

/** What a view must not see. */
public interface Store {}
