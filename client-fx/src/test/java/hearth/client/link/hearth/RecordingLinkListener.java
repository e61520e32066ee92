package hearth.client.link.hearth;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a link tells. For one thread. */
final class RecordingLinkListener implements ChatLink.Listener {
    private final List<LinkEvent> events = new ArrayList<>();

    @Override
    public void onEvent(LinkEvent event) {
        events.add(event);
    }

    /** What was told since the last call, without the signs of life. */
    List<LinkEvent> take() {
        List<LinkEvent> taken = events.stream()
                .filter(event -> !(event instanceof LinkEvent.Heard))
                .toList();
        events.clear();
        return taken;
    }

    /** What was told since the last call. */
    List<LinkEvent> takeAll() {
        List<LinkEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
