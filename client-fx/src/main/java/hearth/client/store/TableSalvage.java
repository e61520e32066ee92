package hearth.client.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Takes what can be read of one table of a damaged database: row by row from the first until a page makes no sense, then from the last backwards, then what
 * can be found between by its number. Indexes are not looked at. A row that the new table does not take is left out. Used once.
 */
final class TableSalvage {
    private static final Logger log = LoggerFactory.getLogger(TableSalvage.class);

    /** How many numbers are tried from either end of what is unreadable. */
    private static final long REACH = 10_000;

    private final Connection from;
    private final Connection to;
    private final KeepTable table;
    private int saved;

    /** What a look into the table gave. */
    private sealed interface Look {

        record Row(long number, Object[] values) implements Look {}

        record Nothing() implements Look {}

        record Damaged() implements Look {}
    }

    TableSalvage(Connection from, Connection to, KeepTable table) {
        this.from = from;
        this.to = to;
        this.table = table;
    }

    /**
     * Takes the rows over.
     *
     * @return whether there is anything of the table to be found here
     * @throws SQLException if the new table cannot be written
     */
    boolean run() throws SQLException {
        long last = Long.MIN_VALUE;
        Look look = look("rowid > ? ORDER BY rowid", last);
        while (look instanceof Look.Row row && row.number > last) {
            take(row);
            last = row.number;
            look = look("rowid > ? ORDER BY rowid", last);
        }
        boolean whole = look instanceof Look.Nothing;
        if (!whole) {
            takeBehindTheDamage(Math.max(last, 0));
        }
        return whole || saved > 0;
    }

    /** How many rows are in the new table for that. */
    int saved() {
        return saved;
    }

    private void takeBehindTheDamage(long before) throws SQLException {
        long first = Long.MAX_VALUE;
        Look look = look("rowid < ? ORDER BY rowid DESC", first);
        while (look instanceof Look.Row row && row.number < first && row.number > before) {
            take(row);
            first = row.number;
            look = look("rowid < ? ORDER BY rowid DESC", first);
        }
        long highest = Math.min(first - 1, before + REACH);
        takeNumbered(before + 1, highest);
        takeNumbered(Math.max(highest + 1, first - REACH), first == Long.MAX_VALUE ? highest : first - 1);
    }

    private void takeNumbered(long lowest, long highest) throws SQLException {
        for (long number = lowest; number <= highest; number++) {
            if (look("rowid = ?", number) instanceof Look.Row row && row.number == number) {
                take(row);
            }
        }
    }

    private Look look(String where, long bound) {
        String sql = "SELECT rowid, " + names() + " FROM " + table.name() + " NOT INDEXED WHERE " + where + " LIMIT 1";
        try (PreparedStatement statement = from.prepareStatement(sql)) {
            statement.setLong(1, bound);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? row(found) : new Look.Nothing();
            }
        } catch (SQLException e) {
            log.trace("{} {} cannot be read", table.name(), bound, e);
            return new Look.Damaged();
        }
    }

    private Look.Row row(ResultSet found) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = found.getObject(i + 2);
        }
        return new Look.Row(found.getLong(1), values);
    }

    private void take(Look.Row row) throws SQLException {
        if (!isOfTheTypes(row.values)) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(row.values.length, "?"));
        String sql = "INSERT OR IGNORE INTO " + table.name() + " (" + names() + ") VALUES (" + places + ")";
        try (PreparedStatement statement = to.prepareStatement(sql)) {
            for (int i = 0; i < row.values.length; i++) {
                statement.setObject(i + 1, row.values[i]);
            }
            saved += statement.executeUpdate();
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw e;
            }
            log.info("a row of {} makes no sense", table.name());
        }
    }

    private boolean isOfTheTypes(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            boolean number = table.columns().get(i).endsWith(" INTEGER");
            if (values[i] != null && !(number ? values[i] instanceof Number : values[i] instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private String names() {
        return table.columns().stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .collect(Collectors.joining(", "));
    }
}
