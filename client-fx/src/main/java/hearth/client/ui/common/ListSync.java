package hearth.client.ui.common;

import java.util.List;
import javafx.collections.ObservableList;

/** Turns one list into another by the smallest step that changes one run of it, so that what shows the list keeps its place. */
public final class ListSync {

    private ListSync() {}

    /** Makes {@code shown} equal to {@code wanted}: what is equal at both ends stays, only what lies between is changed. */
    public static <T> void apply(ObservableList<T> shown, List<? extends T> wanted) {
        int shorter = Math.min(shown.size(), wanted.size());
        int head = 0;
        while (head < shorter && shown.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && shown.get(shown.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        List<? extends T> fresh = wanted.subList(head, wanted.size() - tail);
        int stale = shown.size() - head - tail;
        if (stale == fresh.size()) {
            for (int i = 0; i < stale; i++) {
                replace(shown, head + i, fresh.get(i));
            }
        } else {
            shown.subList(head, head + stale).clear();
            shown.addAll(head, fresh);
        }
    }

    private static <T> void replace(ObservableList<T> shown, int index, T item) {
        if (!shown.get(index).equals(item)) {
            shown.set(index, item);
        }
    }
}
