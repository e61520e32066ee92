package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.link.Missed;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.Event;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what happened in a room. Immutable. */
final class NoticeWords {
    private static final int NAMED = 2;

    private final Messages messages;

    NoticeWords(Messages messages) {
        this.messages = messages;
    }

    TimelineRow.Notice row(TimelineEntry.Notice notice) {
        Event event = notice.event();
        return new TimelineRow.Notice(notice.key(), icon(event), words(event), people(event), Optional.empty());
    }

    /** One line for several who joined one after the other. */
    TimelineRow.Notice folded(List<TimelineEntry.Notice> joined) {
        List<UserRef> named = joined.stream()
                .limit(NAMED)
                .map(notice -> ((Event.Joined) notice.event()).user())
                .toList();
        String key = joined.getFirst().key();
        return new TimelineRow.Notice(
                "folded " + key, TimelineRow.Icon.CAME, folded(named, joined.size()), named, Optional.of(key));
    }

    /** Each of the names stands out alone, so that each leads to its person. */
    private List<Messages.Run> folded(List<UserRef> named, int all) {
        String comma = messages.text("names.comma");
        String names = named.stream().map(UserRef::name).collect(Collectors.joining(comma));
        List<Messages.Run> apart = named.stream()
                .flatMap(user -> Stream.of(new Messages.Run(comma, false), new Messages.Run(user.name(), true)))
                .skip(1)
                .toList();
        return messages.rich("timeline.joined.many", names, all - named.size(), all).stream()
                .flatMap(run -> run.strong() ? apart.stream() : Stream.of(run))
                .toList();
    }

    private static List<UserRef> people(Event event) {
        Stream<UserRef> others = switch (event) {
            case Event.Joined(var _, var user, var by) -> Stream.concat(Stream.of(user), by.stream());
            case Event.Left left -> Stream.concat(Stream.of(left.user()), left.by().stream());
            case Event.Changed changed -> changed.roleChange().map(Event.RoleChange::user).stream();
            case Event.Message _, Event.Edited _, Event.Deleted _, Event.Reacted _, Event.Unknown _ -> Stream.empty();
        };
        return Stream.concat(Stream.of(event.author()), others).distinct().toList();
    }

    private static TimelineRow.Icon icon(Event event) {
        return switch (event) {
            case Event.Joined _ -> TimelineRow.Icon.CAME;
            case Event.Left _ -> TimelineRow.Icon.WENT;
            case Event.Unknown unknown when Missed.is(unknown) -> TimelineRow.Icon.MISSED;
            case Event.Changed _, Event.Message _, Event.Edited _, Event.Deleted _, Event.Reacted _, Event.Unknown _ ->
                TimelineRow.Icon.CHANGED;
        };
    }

    private List<Messages.Run> words(Event event) {
        return switch (event) {
            case Event.Joined(var _, var user, var by) ->
                by.map(who -> messages.rich("timeline.joined.by", user.name(), who.name()))
                        .orElseGet(() -> messages.rich("timeline.joined", user.name()));
            case Event.Left left -> left(left);
            case Event.Changed changed -> changed(changed);
            case Event.Unknown unknown when Missed.is(unknown) -> messages.rich("timeline.missed");
            case Event.Message _, Event.Edited _, Event.Deleted _, Event.Reacted _, Event.Unknown _ ->
                messages.rich("timeline.changed", event.author().name());
        };
    }

    private List<Messages.Run> left(Event.Left left) {
        String who = left.user().name();
        String by = left.by().map(UserRef::name).orElse(left.author().name());
        List<Messages.Run> said = switch (left.reason()) {
            case LEFT -> messages.rich("timeline.left", who);
            case KICKED -> messages.rich("timeline.kicked", who, by);
            case BANNED -> messages.rich("timeline.banned", who, by);
        };
        List<Messages.Run> all = new ArrayList<>(said);
        left.text()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> all.add(new Messages.Run(messages.text("timeline.reason", "", text), false)));
        return List.copyOf(all);
    }

    private List<Messages.Run> changed(Event.Changed changed) {
        String who = changed.author().name();
        if (changed.roleChange().isPresent()) {
            Event.RoleChange change = changed.roleChange().get();
            String key = switch (change.role()) {
                case MEMBER -> "timeline.role.member";
                case MODERATOR -> "timeline.role.moderator";
                case OWNER -> "timeline.role.owner";
            };
            return messages.rich(key, who, change.user().name());
        }
        if (changed.name().isPresent()) {
            return messages.rich("timeline.renamed", who, changed.name().get());
        }
        if (changed.topic().isPresent()) {
            String topic = changed.topic().get();
            return messages.rich(topic.isEmpty() ? "timeline.topic.none" : "timeline.topic", who, topic);
        }
        return changed.visibility()
                .map(visibility ->
                        messages.rich(visibility == Visibility.PUBLIC ? "timeline.public" : "timeline.private", who))
                .orElseGet(() -> messages.rich("timeline.changed", who));
    }
}
