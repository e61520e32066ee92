package archfixture.client.ui;

import archfixture.client.store.Store;

/** Breaks a rule on purpose. */
public interface StoreView {
    Store store();
}
