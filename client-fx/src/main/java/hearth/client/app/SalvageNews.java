package hearth.client.app;

import hearth.client.store.Salvaged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The damaged files that were replaced. Who listens hears of the earlier ones first, then of each as it happens. Safe from any thread. */
final class SalvageNews {
    private final List<Salvaged> told = new ArrayList<>(); // guarded by this
    private final List<Consumer<Salvaged>> listeners = new ArrayList<>(); // guarded by this

    synchronized void tell(Salvaged what) {
        told.add(what);
        listeners.forEach(each -> each.accept(what));
    }

    /** The listener does not block: it is called by whoever uses the file. */
    synchronized void listen(Consumer<Salvaged> listener) {
        listeners.add(listener);
        told.forEach(listener);
    }
}
