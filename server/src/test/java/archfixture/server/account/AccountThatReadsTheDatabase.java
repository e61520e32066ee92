package archfixture.server.account;

import java.sql.Connection;

/** Breaks a rule on purpose. */
public interface AccountThatReadsTheDatabase {
    Connection connection();
}
