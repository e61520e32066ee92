package hearth.server.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one connection, each prepared once and kept: SQL texts are constants, values are always bound. A statement is not run again while its
 * rows are being read. Owned by the thread that owns the connection.
 */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes rows until it has had enough. */
    interface RowVisitor {
        /** Whether another one is wanted. */
        boolean visit(ResultSet row) throws SQLException;
    }

    /** Something done with a statement. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Runs a statement that gives no rows; returns how many rows it changed. */
    int update(String sql, Object... values) throws SQLException {
        return use(PreparedStatement::executeUpdate, sql, values);
    }

    /** Runs a query and gives its rows in order, until the visitor has had enough. */
    void each(RowVisitor visitor, String sql, Object... values) throws SQLException {
        use(
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        boolean wantsMore = true;
                        while (wantsMore && rows.next()) {
                            wantsMore = visitor.visit(rows);
                        }
                        return wantsMore;
                    }
                },
                sql,
                values);
    }

    /** The first row of a query, if it has any. */
    <T> Optional<T> first(RowReader<T> reader, String sql, Object... values) throws SQLException {
        return use(
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
                    }
                },
                sql,
                values);
    }

    /** The number that a query gives in its only row. */
    long number(String sql, Object... values) throws SQLException {
        return first(row -> row.getLong(1), sql, values).orElseThrow();
    }

    /** After a failure the driver may have closed the statement without saying so: it is prepared anew then. */
    private <T> T use(Use<T> use, String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return use.of(statement);
        } catch (SQLException e) {
            prepared.remove(sql);
            statement.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
