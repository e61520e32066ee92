package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.EmojiSheet;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.ViewContext;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** Makes the menus of messages: each offers no more than can be done. */
final class MessageMenu {
    private static final int MOST_LINK_CHARS = 48;

    private final ViewContext context;
    private final Messages messages;
    private final EmojiSheet emoji;
    private final MessageActions actions;
    private final Jump jump;
    private final TextSpans spans;
    private final PersonOpener people;

    MessageMenu(ViewContext context, TimelineViewModel model, PersonOpener people) {
        this.context = context;
        actions = model.actions();
        jump = model.jump();
        spans = new TextSpans(context.emoji().table());
        messages = context.messages();
        emoji = context.emoji();
        this.people = people;
    }

    /** Everything that can be done to a message; without any items where that is nothing. Its author is shown beside {@code anchor}. */
    ContextMenu whole(TimelineEntry.Message message, Node anchor) {
        Set<MessageDeed> offered = actions.offered(message);
        List<MenuItem> items = new ArrayList<>();
        if (offered.contains(MessageDeed.REACT)) {
            items.add(reacting(message));
        }
        if (offered.contains(MessageDeed.REPLY)) {
            items.add(item(Feather.CORNER_UP_LEFT, messages.text("timeline.reply"), () -> actions.reply(message)));
        }
        items.addAll(rest(message, offered, anchor));
        return menu(items);
    }

    /** What the toolbar has no button for. */
    ContextMenu more(TimelineEntry.Message message, Node anchor) {
        return menu(rest(message, actions.offered(message), anchor));
    }

    private static ContextMenu menu(List<MenuItem> items) {
        ContextMenu menu = new ContextMenu();
        menu.setId("message-menu");
        menu.getItems().setAll(items);
        return menu;
    }

    private List<MenuItem> rest(TimelineEntry.Message message, Set<MessageDeed> offered, Node anchor) {
        List<MenuItem> items = new ArrayList<>();
        if (offered.contains(MessageDeed.TRY_AGAIN)) {
            boolean unconfirmed = message.delivery() instanceof Delivery.Unconfirmed;
            items.add(item(
                    Feather.ROTATE_CW,
                    messages.text(unconfirmed ? "timeline.unconfirmed.again" : "timeline.again"),
                    () -> actions.tryAgain(message)));
            items.add(item(
                    Feather.X,
                    messages.text(unconfirmed ? "timeline.dismiss" : "timeline.discard"),
                    () -> actions.discard(message)));
        }
        if (offered.contains(MessageDeed.EDIT)) {
            items.add(item(Feather.EDIT_2, messages.text("timeline.edit"), () -> actions.edit(message)));
        }
        if (offered.contains(MessageDeed.COPY)) {
            items.add(item(Feather.COPY, messages.text("timeline.copy"), () -> copy(message.text())));
        }
        items.addAll(ways(message));
        if (offered.contains(MessageDeed.SEE_AUTHOR)) {
            UserRef author = message.author();
            items.add(item(
                    Feather.USER,
                    messages.text("person.open", author.name()),
                    () -> people.open(author.id(), author.name(), anchor)));
        }
        if (offered.contains(MessageDeed.WRITE)) {
            String words = messages.text("timeline.write", message.author().name());
            items.add(item(Feather.MESSAGE_SQUARE, words, () -> actions.write(message)));
        }
        if (offered.contains(MessageDeed.DELETE)) {
            MenuItem delete =
                    item(Feather.TRASH_2, messages.text("timeline.delete"), () -> actions.askToDelete(message));
            delete.getStyleClass().add("danger");
            items.add(delete);
        }
        return items;
    }

    /** Where it leads, for those without a mouse: to the message that it answers, and to the addresses in its text. */
    private List<MenuItem> ways(TimelineEntry.Message message) {
        List<MenuItem> ways = new ArrayList<>();
        message.quote()
                .ifPresent(quote -> ways.add(
                        item(Feather.CORNER_LEFT_UP, messages.text("timeline.quoted"), () -> jump.to(quote.seq()))));
        if (!message.marks().deleted()) {
            spans.of(message.text(), Optional.empty()).stream().distinct().forEach(span -> {
                if (span instanceof TextSpan.Link(var words, var target)) {
                    ways.add(item(
                            Feather.EXTERNAL_LINK,
                            messages.text("timeline.open-link", shortened(words)),
                            () -> context.browser().accept(target)));
                }
            });
        }
        return ways;
    }

    private static String shortened(String words) {
        return words.length() <= MOST_LINK_CHARS ? words : words.substring(0, MOST_LINK_CHARS) + "…";
    }

    /** Those on the message already and those that are used often. */
    private Menu reacting(TimelineEntry.Message message) {
        Menu menu = new Menu(messages.text("timeline.react.menu"), Icon.of(Feather.SMILE, Icon.ROW));
        Set<String> choice = new LinkedHashSet<>(actions.recentReactions());
        message.marks().reactions().stream().map(HistoryItem.Reaction::emoji).forEach(choice::add);
        for (String each : choice) {
            Optional<EmojiMark> picture = EmojiMark.of(emoji, each);
            MenuItem item = new MenuItem(picture.isPresent() ? "" : each, picture.orElse(null));
            item.setOnAction(_ -> actions.react(message, each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(Feather icon, String words, Runnable action) {
        MenuItem item = new MenuItem(words, Icon.of(icon, Icon.ROW));
        // A name may have an underscore in it.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Puts a text where other programs find it. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
