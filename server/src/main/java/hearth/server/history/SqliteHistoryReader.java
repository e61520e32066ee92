package hearth.server.history;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads beside the store, through a connection that cannot write. Each call is one transaction, over when it returns: a reader that stays would keep the
 * write-ahead log from being used anew.
 */
final class SqliteHistoryReader implements HistoryReader {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteHistoryReader.class);
    private static final Answer.SearchPage NOTHING = new Answer.SearchPage(List.of(), false, Optional.empty());

    private final Connection connection;
    private final Statements statements;

    SqliteHistoryReader(Connection connection) {
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    /** Something asked of one state. */
    private interface Question<T> {
        T ask() throws SQLException;
    }

    @Override
    public Answer.HistoryPage page(String conversation, String user, ClientFrame.Place place, int limit, int maxBytes)
            throws StorageException {
        return inOneState(() -> new HistoryPages(statements, conversation, user).page(place, limit, maxBytes));
    }

    @Override
    public Answer.SearchPage search(
            String query,
            Set<String> conversations,
            Optional<String> author,
            Optional<String> before,
            int limit,
            int maxBytes)
            throws StorageException {
        OptionalLong place = before.map(SearchCursor::parse).orElse(OptionalLong.of(Long.MAX_VALUE));
        if (place.isEmpty()) {
            return NOTHING;
        }
        var scope = new MessageSearch.Scope(conversations, author);
        return inOneState(() -> new MessageSearch(statements, query, scope, limit, maxBytes).run(place.getAsLong()));
    }

    private <T> T inOneState(Question<T> question) throws StorageException {
        try {
            statements.update("BEGIN");
            try {
                return question.ask();
            } finally {
                statements.update("COMMIT");
            }
        } catch (SQLException e) {
            throw new StorageException("could not read the history", e);
        }
    }

    @Override
    public void close() {
        try {
            statements.close();
            connection.close();
        } catch (SQLException e) {
            LOG.warn("could not close the reading side", e);
        }
    }
}
