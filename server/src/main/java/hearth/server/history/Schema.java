package hearth.server.history;

import java.util.List;

/** The tables. A change of them is another step at the end of {@link #STEPS}; a step that has been released is never touched again. */
final class Schema {
    /** Marks the file as ours: "HRTH". */
    static final int APPLICATION_ID = 0x48525448;

    /** The kinds of event that a page of history shows, as the index of them is defined: a query that says the same finds it. */
    static final String SHOWN = "'message', 'joined', 'left', 'changed'";

    private static final String FIRST = """
            CREATE TABLE server (
                only INTEGER PRIMARY KEY CHECK (only = 1),
                id TEXT NOT NULL,
                epoch TEXT NOT NULL,
                folding TEXT NOT NULL
            ) STRICT;

            CREATE TABLE users (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                skeleton TEXT NOT NULL,
                role TEXT NOT NULL,
                gone INTEGER NOT NULL DEFAULT 0
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX users_by_skeleton ON users (skeleton) WHERE gone = 0;

            CREATE TABLE tokens (
                hash TEXT PRIMARY KEY,
                user TEXT NOT NULL REFERENCES users,
                dead INTEGER NOT NULL DEFAULT 0
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE conversations (
                id TEXT PRIMARY KEY,
                name TEXT,
                skeleton TEXT UNIQUE,
                topic TEXT,
                visibility TEXT,
                one TEXT REFERENCES users,
                other TEXT REFERENCES users
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE members (
                conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
                user TEXT NOT NULL REFERENCES users,
                role TEXT NOT NULL,
                since INTEGER NOT NULL,
                read INTEGER NOT NULL,
                PRIMARY KEY (conversation, user)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE bans (
                conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
                user TEXT NOT NULL REFERENCES users,
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                reason TEXT,
                PRIMARY KEY (conversation, user)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE mutes (
                conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
                user TEXT NOT NULL REFERENCES users,
                until INTEGER NOT NULL,
                PRIMARY KEY (conversation, user)
            ) STRICT, WITHOUT ROWID;

            -- The log. What is current of a message stands beside what was sent: current_text and current_mentions
            -- once it was edited. The order of ids is the order of storage. Retention may remove the oldest of a log, never its newest.
            CREATE TABLE events (
                id INTEGER PRIMARY KEY,
                conversation TEXT NOT NULL REFERENCES conversations,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                author TEXT NOT NULL REFERENCES users,
                kind TEXT NOT NULL,
                client_id TEXT,
                text TEXT,
                mentions TEXT,
                reply_to INTEGER,
                target INTEGER,
                emoji TEXT,
                is_on INTEGER,
                subject TEXT REFERENCES users,
                by TEXT REFERENCES users,
                reason TEXT,
                name TEXT,
                topic TEXT,
                visibility TEXT,
                role TEXT,
                current_text TEXT,
                current_mentions TEXT,
                deleted INTEGER NOT NULL DEFAULT 0,
                rev INTEGER,
                UNIQUE (conversation, seq)
            ) STRICT;
            CREATE INDEX events_shown ON events (conversation, seq, kind, deleted, author)
                WHERE kind IN ('message', 'joined', 'left', 'changed');
            CREATE INDEX edits ON events (conversation, target) WHERE kind = 'edited';

            -- Client ids are kept for ever, whatever becomes of the log, the room and the sender.
            CREATE TABLE posts (
                sender TEXT NOT NULL,
                client_id TEXT NOT NULL,
                conversation TEXT NOT NULL,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (sender, client_id)
            ) STRICT, WITHOUT ROWID;

            -- Whom messages that are not deleted now mention, their authors left out.
            CREATE TABLE mentions (
                conversation TEXT NOT NULL,
                user TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY (conversation, user, seq)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX mentions_by_message ON mentions (conversation, seq);

            CREATE TABLE reactions (
                conversation TEXT NOT NULL,
                target INTEGER NOT NULL,
                emoji TEXT NOT NULL,
                user TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY (conversation, target, emoji, user)
            ) STRICT, WITHOUT ROWID;

            -- Which sequences of three code points stand in the messages of a block of the log.
            CREATE TABLE search_grams (
                block INTEGER NOT NULL,
                gram INTEGER NOT NULL,
                PRIMARY KEY (block, gram)
            ) STRICT, WITHOUT ROWID;
            """;

    /** A copy that was made as a backup says so: whoever serves from it tells another history than the server that it was copied from. */
    private static final String BACKUP_MARK = """
            ALTER TABLE server ADD COLUMN is_backup INTEGER NOT NULL DEFAULT 0;
            """;

    /** The n-th step brings a database from version n to n + 1. */
    static final List<String> STEPS = List.of(FIRST, BACKUP_MARK);

    private Schema() {}
}
