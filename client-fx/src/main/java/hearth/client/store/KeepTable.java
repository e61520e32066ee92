package hearth.client.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table of {@code keep.db} looks like, as the schema's steps make it.
 *
 * @param columns the names, each with its type: {@code seq INTEGER}
 */
record KeepTable(String name, List<String> columns) {

    /** All tables of a database, by name. */
    static final String QUERY = """
            SELECT tables.name AS name, group_concat(columns.name || ' ' || columns.type, ',' ORDER BY columns.cid) AS columns
            FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' GROUP BY tables.name ORDER BY tables.name""";

    static KeepTable read(ResultSet row) throws SQLException {
        return new KeepTable(
                row.getString("name"), List.of(row.getString("columns").split(",")));
    }

    /** Those of the present version. */
    static List<KeepTable> all() throws StoreException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = memory.createStatement()) {
            for (List<String> step : KeepSchema.SCHEMA.steps()) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            return of(memory);
        } catch (SQLException e) {
            throw new StoreException("The database does not work.", e);
        }
    }

    /** Whether this is what the other one was in an earlier version, or is it: columns were only ever added behind the others. */
    boolean isEarlier(KeepTable other) {
        return name.equals(other.name)
                && columns.size() <= other.columns.size()
                && columns.equals(other.columns.subList(0, columns.size()));
    }

    /** Those of any version, as far as they can be read. */
    static List<KeepTable> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(QUERY)) {
            List<KeepTable> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(read(found));
            }
            return tables;
        }
    }
}
