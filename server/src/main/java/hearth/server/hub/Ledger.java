package hearth.server.hub;

import hearth.server.history.Change;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;

/**
 * Makes the changes of a batch, in memory and in the store alike, and makes them all final or takes them all back. A batch that changes nothing durable costs
 * the store nothing. Owned by the hub thread.
 */
final class Ledger {
    private final HistoryStore store;
    private final ChatState chat;
    private final UndoJournal journal;
    private boolean begun;

    Ledger(HistoryStore store, ChatState chat, UndoJournal journal) {
        this.store = store;
        this.chat = chat;
        this.journal = journal;
    }

    /** Makes a change that is durable with the batch. */
    void record(Change change) throws StorageException {
        if (!begun) {
            begun = true;
            store.begin();
        }
        chat.apply(change);
        store.apply(change);
    }

    /**
     * Makes the batch durable, and then final in memory. A failure leaves it to be rolled back.
     *
     * @return whether there was anything to write
     */
    boolean commit() throws StorageException {
        boolean written = begun;
        if (begun) {
            store.commit();
            begun = false;
        }
        journal.forget();
        return written;
    }

    /** Takes the whole batch back. */
    void rollBack() {
        if (begun) {
            begun = false;
            store.rollback();
        }
        journal.rollBack();
    }
}
