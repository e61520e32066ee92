package archfixture.client.ui;

import java.sql.Connection;

/** Breaks a rule on purpose. */
public interface QueryingCell {
    Connection connection();
}
