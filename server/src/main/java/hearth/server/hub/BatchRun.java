package hearth.server.hub;

import hearth.server.history.StorageException;
import java.util.BitSet;
import java.util.List;

/**
 * A batch on its way through the hub, as often as it takes: each failure narrows what is tried the next time, so it ends. Owned by the hub thread.
 */
final class BatchRun {
    private final List<? extends HubInput> inputs;
    private final BitSet takenOut = new BitSet();
    private final BitSet dropped = new BitSet();
    private boolean isReadOnly;
    private int current;

    BatchRun(List<? extends HubInput> inputs) {
        this.inputs = inputs;
    }

    /** Handles all inputs in their order, as far as earlier failures leave it. */
    void through(Reception reception) throws StorageException {
        for (current = 0; current < inputs.size(); current++) {
            if (!dropped.get(current)) {
                reception.on(inputs.get(current), handling());
            }
        }
    }

    /** The storage failed: from now on no request is tried. What only reads may fail once more, and is taken out then. */
    void onStorageFailed() {
        if (isReadOnly) {
            takeOutCurrent();
        }
        isReadOnly = true;
    }

    /** Handling the current input failed, or else the commit. */
    void onHandlingFailed() {
        if (current < inputs.size()) {
            takeOutCurrent();
        } else {
            onStorageFailed();
        }
    }

    /** From now on only that is said, or not even that where saying it fails. */
    private void takeOutCurrent() {
        BitSet next = takenOut.get(current) ? dropped : takenOut;
        next.set(current);
    }

    private Handling handling() {
        if (takenOut.get(current)) {
            return Handling.TAKEN_OUT;
        }
        return isReadOnly ? Handling.READ_ONLY : Handling.USUAL;
    }
}
