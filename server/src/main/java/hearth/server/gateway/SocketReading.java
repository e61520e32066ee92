package hearth.server.gateway;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;

/** Lets the library's selector read from one socket, or not. Safe from any thread. */
record SocketReading(SelectionKey key) implements Inflow.Reading {

    @Override
    public void pause() {
        watch(0);
    }

    @Override
    public void resume() {
        watch(SelectionKey.OP_READ);
        key.selector().wakeup();
    }

    private void watch(int operations) {
        try {
            key.interestOps(operations);
        } catch (CancelledKeyException e) {
            // The socket is closed: there is nothing left to read.
        }
    }
}
