package hearth.client.session;

import hearth.client.session.BulkQueue.Read;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Answer.MembersPage;
import hearth.protocol.ClientFrame;
import hearth.protocol.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Lists all members of a conversation, page by page. Session thread only. */
final class MemberPages {
    private final BulkQueue bulk;

    MemberPages(BulkQueue bulk) {
        this.bulk = bulk;
    }

    /**
     * Lists them.
     *
     * @param each hears every page as it comes, the first one flagged
     * @param end hears, once, that all pages came ({@link Reply.Ok}), or why not
     */
    void list(String conversation, PageListener each, Consumer<Reply> end) {
        request(conversation, Optional.empty(), each, end);
    }

    /** Lists them and gives all at once. */
    void collect(String conversation, Consumer<Outcome<MembersPage>> to) {
        List<MemberEntry> all = new ArrayList<>();
        list(conversation, (page, _) -> all.addAll(page), reply -> to.accept(outcome(reply, all)));
    }

    private void request(String conversation, Optional<String> after, PageListener each, Consumer<Reply> end) {
        bulk.add(new Read(
                id -> new ClientFrame.Members(id, conversation, after, OptionalInt.of(Limits.MEMBERS_PAGE)),
                reply -> {
                    if (!(reply instanceof Reply.Ok(MembersPage(List<MemberEntry> members, boolean more)))) {
                        end.accept(reply);
                        return;
                    }
                    each.accept(members, after.isEmpty());
                    if (more && !members.isEmpty()) {
                        request(conversation, Optional.of(members.getLast().id()), each, end);
                    } else {
                        end.accept(reply);
                    }
                },
                true));
    }

    private static Outcome<MembersPage> outcome(Reply reply, List<MemberEntry> all) {
        return switch (reply) {
            case Reply.Ok _ -> new Outcome.Done<>(new MembersPage(List.copyOf(all), false));
            case Reply.Refused(var code, var retryAfterMs) -> new Outcome.Refused<>(code, retryAfterMs);
            case Reply.Ended _ -> new Outcome.NotConnected<>();
        };
    }

    /** Hears pages. */
    interface PageListener {
        void accept(List<MemberEntry> page, boolean first);
    }
}
