package hearth.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {
    private static final Logger LOG = Logger.getLogger(WriteAheadLog.class.getName());
    private static final int CUT = 256 * 1024;
    private static final int ALARM = 1024 * 1024;

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getLevel().getName());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Database database;
    private Statements statements;
    private WriteAheadLog log;

    @BeforeEach
    void open() throws Exception {
        LOG.addHandler(listener);
        LOG.setUseParentHandlers(false);
        database = Database.open(folder);
        statements = new Statements(database.connection());
        log = new WriteAheadLog(statements, database.file(), new WriteAheadLog.Sizes(CUT, ALARM));
        statements.update("CREATE TABLE filler (bytes BLOB)");
    }

    @AfterEach
    void close() throws SQLException {
        statements.close();
        database.close();
        LOG.removeHandler(listener);
        LOG.setUseParentHandlers(true);
    }

    private void commit(int bytes) throws SQLException {
        statements.update("INSERT INTO filler (bytes) VALUES (zeroblob(?))", bytes);
        log.afterCommit();
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("hearth.db-wal"));
    }

    /** Somebody who reads until he is told to stop. */
    private Connection longReader() throws SQLException {
        Connection reader = database.connectReader();
        try (Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM filler").close();
        }
        return reader;
    }

    /** Reads again and again, and never stops before the other one of a pair has begun. */
    private void readInTurns(Semaphore own, Semaphore others, AtomicBoolean isOver) {
        try (Connection reader = database.connectReader();
                Statement statement = reader.createStatement()) {
            while (!isOver.get()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM filler").close();
                others.release();
                own.acquire();
                statement.execute("COMMIT");
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            others.release(2);
        }
    }

    @Test
    void theLogIsCutWhereAtEveryMomentSomebodyReads() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Semaphore one = new Semaphore(0);
        Semaphore other = new Semaphore(0);
        CompletableFuture<Void> readers = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> readInTurns(one, other, isOver), Thread::startVirtualThread),
                CompletableFuture.runAsync(() -> readInTurns(other, one, isOver), Thread::startVirtualThread));
        long largest = 0;
        for (int i = 0; i < 400; i++) {
            commit(50_000);
            largest = Math.max(largest, size());
        }
        isOver.set(true);
        readers.join();
        assertThat(largest).as("of 20 MB written").isLessThan(5_000_000);
    }

    @Test
    void aReaderThatStaysIsToldOnceAndTheLogIsCutWhenItIsGone() throws Exception {
        try (Connection reader = longReader()) {
            for (int i = 0; i < 60; i++) {
                commit(50_000);
            }
            assertThat(reader.isClosed()).isFalse();
            assertThat(size()).isGreaterThan(ALARM);
            assertThat(told).containsExactly("WARNING");
        }
        for (int i = 0; i < 8; i++) {
            commit(50_000);
        }
        assertThat(size()).isLessThan(ALARM);
        assertThat(told).containsExactly("WARNING", "INFO");
    }

    @Test
    void whatIsErasedLeavesTheLogAtOnceOrWhenTheReaderHasGone() throws Exception {
        commit(1_000);
        log.owesErasure();
        commit(1_000);
        assertThat(size()).isZero();
        try (Connection reader = longReader()) {
            commit(1_000);
            log.owesErasure();
            commit(1_000);
            assertThat(reader.isClosed()).isFalse();
            assertThat(size()).isPositive();
        }
        commit(1_000);
        assertThat(size()).isZero();
    }
}
