package hearth.client.store;

import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The outbox in {@code keep.db}. Safe from any thread, as the file is. */
final class OutboxTable {
    private static final String CONVERSATION = "conversation";
    private static final String PERSON = "person";
    private static final String POST = "post";
    private static final String EDIT = "edit";
    private static final String DELETE = "delete";
    private static final String REACT = "react";

    /** A {@link Target} in columns; null where it has nothing to say. */
    private record Place(String kind, String target, String person) {}

    /** A {@link Work} in columns; null where it has nothing to say. */
    private record Columns(String work, String text, Long replyTo, Long message, String emoji, Boolean on) {}

    private final KeepFile file;

    OutboxTable(KeepFile file) {
        this.file = file;
    }

    List<OutboxEntry> entries(Account account) throws StoreException {
        return file.rows("""
                SELECT client_id, target_kind, target, person, work, text, reply_to, message, emoji, reaction_on, written_at_ms, epoch, failure, attempted
                FROM outbox WHERE server_id = ? AND user_name = ? ORDER BY position""", row -> entry(account, row), account.serverId(), account.name());
    }

    void put(OutboxEntry entry) throws StoreException {
        Place target = place(entry.target());
        Columns work = columns(entry.work());
        file.change(
                """
                INSERT INTO outbox (server_id, user_name, client_id, target_kind, target, person, work, text, reply_to, message,
                    emoji, reaction_on, written_at_ms, epoch, failure, attempted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (server_id, user_name, client_id) DO UPDATE
                SET target_kind = excluded.target_kind, target = excluded.target, person = excluded.person, work = excluded.work, text = excluded.text,
                    reply_to = excluded.reply_to, message = excluded.message, emoji = excluded.emoji,
                    reaction_on = excluded.reaction_on, written_at_ms = excluded.written_at_ms, epoch = excluded.epoch,
                    failure = excluded.failure, attempted = excluded.attempted""",
                entry.account().serverId(),
                entry.account().name(),
                entry.clientId(),
                target.kind(),
                target.target(),
                target.person(),
                work.work(),
                work.text(),
                work.replyTo(),
                work.message(),
                work.emoji(),
                work.on(),
                entry.writtenAt().toEpochMilli(),
                entry.epoch().orElse(null),
                entry.failure().orElse(null),
                entry.progress() instanceof Progress.Unconfirmed);
    }

    void remove(Account account, String clientId) throws StoreException {
        file.change(
                "DELETE FROM outbox WHERE server_id = ? AND user_name = ? AND client_id = ?",
                account.serverId(),
                account.name(),
                clientId);
    }

    private static OutboxEntry entry(Account account, ResultSet row) throws SQLException {
        return new OutboxEntry(
                account,
                row.getString("client_id"),
                target(row),
                work(row),
                Instant.ofEpochMilli(row.getLong("written_at_ms")),
                Optional.ofNullable(row.getString("epoch")),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        if (failure != null) {
            return new Progress.Failed(failure);
        }
        return row.getBoolean("attempted") ? new Progress.Unconfirmed() : new Progress.Waiting();
    }

    private static Target target(ResultSet row) throws SQLException {
        String target = row.getString("target");
        return PERSON.equals(row.getString("target_kind"))
                ? new Target.Person(target, Optional.ofNullable(row.getString("person")))
                : new Target.Conversation(target);
    }

    private static Place place(Target target) {
        return switch (target) {
            case Target.Conversation(String id) -> new Place(CONVERSATION, id, null);
            case Target.Person(String name, Optional<String> id) -> new Place(PERSON, name, id.orElse(null));
        };
    }

    private static Work work(ResultSet row) throws SQLException {
        String kind = row.getString("work");
        return switch (kind) {
            case POST -> new Work.Post(row.getString("text"), replyTo(row));
            case EDIT -> new Work.Edit(row.getLong("message"), row.getString("text"));
            case DELETE -> new Work.Delete(row.getLong("message"));
            case REACT -> new Work.React(row.getLong("message"), row.getString("emoji"), row.getBoolean("reaction_on"));
            default -> throw new SQLException("no such work: " + kind);
        };
    }

    private static OptionalLong replyTo(ResultSet row) throws SQLException {
        long replyTo = row.getLong("reply_to");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replyTo);
    }

    private static Columns columns(Work work) {
        return switch (work) {
            case Work.Post(String text, OptionalLong replyTo) ->
                new Columns(POST, text, replyTo.isPresent() ? (Long) replyTo.getAsLong() : null, null, null, null);
            case Work.Edit(long target, String text) -> new Columns(EDIT, text, null, target, null, null);
            case Work.Delete(long target) -> new Columns(DELETE, "", null, target, null, null);
            case Work.React(long target, String emoji, boolean on) -> new Columns(REACT, "", null, target, emoji, on);
        };
    }
}
