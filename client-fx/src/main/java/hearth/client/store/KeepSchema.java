package hearth.client.store;

import hearth.client.store.SqliteFile.Schema;
import java.util.List;

/** How {@code keep.db} came to look as it does. A step that was released is never touched: files were made by it. */
final class KeepSchema {
    private static final List<String> TO_1 = List.of("""
            CREATE TABLE servers (
                server_id TEXT NOT NULL,
                user_name TEXT NOT NULL,
                address TEXT NOT NULL,
                server_name TEXT NOT NULL,
                last_visit_ms INTEGER NOT NULL,
                PRIMARY KEY (server_id, user_name)
            ) STRICT""", """
            CREATE TABLE tokens (
                server_id TEXT NOT NULL,
                user_name TEXT NOT NULL,
                token TEXT NOT NULL,
                PRIMARY KEY (server_id, user_name)
            ) STRICT""", """
            CREATE TABLE outbox (
                position INTEGER PRIMARY KEY AUTOINCREMENT,
                server_id TEXT NOT NULL,
                user_name TEXT NOT NULL,
                client_id TEXT NOT NULL,
                target_kind TEXT NOT NULL CHECK (target_kind IN ('conversation', 'person')),
                target TEXT NOT NULL,
                text TEXT NOT NULL,
                reply_to INTEGER,
                written_at_ms INTEGER NOT NULL,
                failure TEXT,
                UNIQUE (server_id, user_name, client_id)
            ) STRICT""", """
            CREATE TABLE drafts (
                server_id TEXT NOT NULL,
                user_name TEXT NOT NULL,
                conversation TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (server_id, user_name, conversation)
            ) STRICT""");

    /** The outbox takes edits, deletions and reactions too ({@code message} is what they are done to), and read markers wait on disk. */
    private static final List<String> TO_2 = List.of(
            "ALTER TABLE outbox ADD COLUMN work TEXT NOT NULL DEFAULT 'post' CHECK (work IN ('post', 'edit', 'delete', 'react'))",
            "ALTER TABLE outbox ADD COLUMN message INTEGER CHECK (message IS NOT NULL OR work = 'post')",
            "ALTER TABLE outbox ADD COLUMN emoji TEXT CHECK (emoji IS NOT NULL OR work <> 'react')",
            "ALTER TABLE outbox ADD COLUMN reaction_on INTEGER CHECK (reaction_on IN (0, 1) OR work <> 'react')",
            """
            CREATE TABLE markers (
                server_id TEXT NOT NULL,
                user_name TEXT NOT NULL,
                conversation TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY (server_id, user_name, conversation)
            ) STRICT""");

    /** Whoever was met is known by the id, and not only by a name that somebody else may have by then. */
    private static final List<String> TO_3 = List.of("ALTER TABLE outbox ADD COLUMN person TEXT");

    /** What has numbers in it says of which of the server's histories they are. */
    private static final List<String> TO_4 =
            List.of("ALTER TABLE outbox ADD COLUMN epoch TEXT", "ALTER TABLE markers ADD COLUMN epoch TEXT");

    /** What was sent to a server that takes a message twice for two is not sent again by itself. */
    private static final List<String> TO_5 =
            List.of("ALTER TABLE outbox ADD COLUMN attempted INTEGER NOT NULL DEFAULT 0 CHECK (attempted IN (0, 1))");

    /** Servers of other kinds: how one speaks with them, and the signed token with which one is let in. */
    private static final List<String> TO_6 = List.of(
            "ALTER TABLE servers ADD COLUMN dialect TEXT NOT NULL DEFAULT 'hearth'",
            "ALTER TABLE servers ADD COLUMN signed_token TEXT");

    static final Schema SCHEMA = new Schema(List.of(TO_1, TO_2, TO_3, TO_4, TO_5, TO_6));

    private KeepSchema() {}
}
