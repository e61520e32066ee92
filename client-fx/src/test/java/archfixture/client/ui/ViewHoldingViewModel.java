package archfixture.client.ui;

/** Breaks a rule on purpose. */
public interface ViewHoldingViewModel {
    StoreView view();
}
