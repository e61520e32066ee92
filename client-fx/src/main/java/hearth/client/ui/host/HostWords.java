package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Times;

/** Says what there is to say about a hosted chat. Immutable. */
public final class HostWords {
    private final Messages messages;
    private final Times times;

    /** In this language. */
    public HostWords(Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** Why it did not begin, and what to do. */
    public String of(HostTrouble trouble) {
        return messages.text(
                switch (trouble.kind()) {
                    case NAME_MISSING -> "host.trouble.name-missing";
                    case NAME_LONG -> "host.trouble.name-long";
                    case PORT_INVALID -> "host.trouble.port-invalid";
                    case PORT_TAKEN -> "host.trouble.port-taken";
                    case PORT_FORBIDDEN -> "host.trouble.port-forbidden";
                    case FOLDER_NOT_WRITABLE -> "host.trouble.folder-not-writable";
                    case FOLDER_IN_USE -> "host.trouble.folder-in-use";
                    case DATA_NEWER -> "host.trouble.data-newer";
                    case DATA_UNUSABLE -> "host.trouble.data-unusable";
                    case FAILED -> "host.trouble.failed";
                },
                Integer.toString(trouble.port()));
    }

    /** Since when it is open, and how many are there. */
    public String about(HostingViewModel.State.Open open, int people) {
        return messages.text("host.about", times.clock(open.since()), people);
    }
}
