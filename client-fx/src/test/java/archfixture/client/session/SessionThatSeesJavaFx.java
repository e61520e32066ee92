package archfixture.client.session;

import javafx.beans.property.StringProperty;

/** Breaks a rule on purpose. */
public interface SessionThatSeesJavaFx {
    StringProperty draft();
}
