package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.PersonColour;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.protocol.UserRef;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Draws a message: avatar and name over the first of a group, quote, text, marks, reactions. */
final class MessageCell extends TimelineCell {
    private static final PseudoClass OPENS_GROUP = PseudoClass.getPseudoClass("opens-group");
    private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass ACTED_ON = PseudoClass.getPseudoClass("acted-on");
    private static final PseudoClass REACHABLE = PseudoClass.getPseudoClass("reachable");

    private final Drawing drawing;
    private final Messages messages;
    private final Times times;
    private final TimelineViewModel model;
    private final ServerColours colours;
    private final Avatar avatar = new Avatar(36);
    private final StackPane gutter = new StackPane();
    private final Label gutterTime = new Label();
    private final Label name = Weight.semiBold(new Label());
    private final Label time = new Label();
    private final HBox head = new HBox(name, time);
    private final Tooltip nameTip = new Tooltip();
    private final Tooltip timeTip = new Tooltip();
    private final QuoteLine quote;
    private final MessageText text;
    private final SignMark sign;
    private final FailedLine failed;
    private final ReactionLine reactions;
    private final Flash flash;
    private String drawnKey = "";

    /** What all messages of a timeline are drawn with. */
    record Drawing(
            ViewContext context,
            TextSpans spans,
            TimelineSelection selection,
            ServerColours colours,
            PersonOpener people) {}

    MessageCell(Drawing drawing, TimelineViewModel model) {
        this.drawing = drawing;
        messages = drawing.context().messages();
        times = drawing.context().times();
        this.model = model;
        colours = drawing.colours();
        text = new MessageText(drawing.context());
        flash = new Flash(drawing.context().appearance());
        getStyleClass().add("message");
        quote = new QuoteLine(messages, model.jump()::to);
        sign = new SignMark(messages);
        failed = new FailedLine(messages, model);
        reactions = new ReactionLine(drawing.context(), model);
        buildGutter();
        name.getStyleClass().add("author");
        name.setMinWidth(0);
        time.getStyleClass().add("message-time");
        time.setMinWidth(USE_PREF_SIZE);
        time.setTooltip(timeTip);
        head.getStyleClass().add("message-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox line = new HBox(text, sign);
        line.setAlignment(Pos.BOTTOM_LEFT);
        line.setFillHeight(false);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox body = new VBox(head, quote, line, failed, reactions);
        body.setMinWidth(0);
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().setAll(flash, gutter, body);
    }

    private void buildGutter() {
        gutter.getStyleClass().add("message-gutter");
        gutterTime.getStyleClass().add("gutter-time");
        gutterTime.setMinWidth(USE_PREF_SIZE);
        gutterTime
                .visibleProperty()
                .bind(hoverProperty().and(avatar.visibleProperty().not()));
        StackPane.setAlignment(avatar, Pos.TOP_LEFT);
        StackPane.setAlignment(gutterTime, Pos.TOP_CENTER);
        avatar.setMouseTransparent(false);
        gutter.getChildren().setAll(avatar, gutterTime);
        for (Node person : new Node[] {avatar, name}) {
            person.setAccessibleRole(AccessibleRole.BUTTON);
            person.accessibleTextProperty().bind(name.textProperty());
            person.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && reachable()) {
                    UserRef author = entry().author();
                    drawing.people().open(author.id(), author.name(), person);
                }
            });
        }
    }

    /** Where it is not told who wrote what, there is nobody to show. */
    private boolean reachable() {
        return model.offersProperty().get().authors();
    }

    /** What stands for its author: the name, and where that is over another message of the same group, the text. */
    Node author() {
        return head.isVisible() ? name : text;
    }

    /** The message that is drawn. */
    TimelineEntry.Message entry() {
        return ((TimelineRow.Message) row()).entry();
    }

    @Override
    protected void show(TimelineRow next) {
        TimelineRow.Message row = (TimelineRow.Message) next;
        TimelineEntry.Message entry = row.entry();
        if (!entry.key().equals(drawnKey)) {
            drawnKey = entry.key();
            flash.stop();
        }
        pseudoClassStateChanged(OPENS_GROUP, row.opensGroup());
        pseudoClassStateChanged(MENTION, entry.mentionsMe());
        showHead(row, entry);
        quote.show(entry.quote());
        showText(entry);
        sign.show(row.sign());
        failed.show(row);
        reactions.show(entry);
        setAccessibleText(messages.text(
                "timeline.message", entry.author().name(), times.clock(entry.at()), spoken(entry), spoken(row.sign())));
    }

    private void showHead(TimelineRow.Message row, TimelineEntry.Message entry) {
        boolean opens = row.opensGroup();
        head.setVisible(opens);
        head.setManaged(opens);
        avatar.setVisible(opens);
        avatar.setManaged(opens);
        avatar.show(entry.author().id(), entry.author().name(), Optional.empty());
        // Only what has the colour is painted: a painted cell would be styled anew with all that is in it.
        PersonColour.paint(name, entry.author().id());
        colours.paintName(name, entry.author().id());
        colours.ring(avatar, entry.author().id());
        name.setText(entry.author().name());
        nameTip.setText(messages.text("person.open", entry.author().name()));
        name.setTooltip(reachable() ? nameTip : null);
        pseudoClassStateChanged(REACHABLE, reachable());
        time.setText(times.clock(entry.at()));
        timeTip.setText(times.full(entry.at()));
        gutterTime.setText(times.clock(entry.at()));
    }

    private void showText(TimelineEntry.Message entry) {
        if (entry.marks().deleted()) {
            text.show(List.of(), List.of(remark("timeline.deleted", "deleted-text")));
        } else {
            Optional<String> called = Optional.of("@" + model.selfName()).filter(_ -> entry.mentionsMe());
            List<Text> remarks = entry.marks().edited() ? List.of(remark("timeline.edited", "edited-text")) : List.of();
            text.show(drawing.spans().of(entry.text(), called), remarks);
        }
        showSelection();
    }

    private Text remark(String key, String style) {
        Text remark = new Text(messages.text(key));
        remark.getStyleClass().add(style);
        return remark;
    }

    @Override
    void flash() {
        flash.run();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        flash.resizeRelocate(0, 2, getWidth(), getHeight());
    }

    @Override
    void showSelection() {
        text.select(drawing.selection().of(row().key()));
    }

    /** The place in the text that is nearest to this point of the cell. */
    TimelineSelection.Place placeAt(double x, double y) {
        Point2D there = text.sceneToLocal(localToScene(x, y));
        return new TimelineSelection.Place(row().key(), text.offsetAt(there.getX(), there.getY()));
    }

    private String spoken(TimelineEntry.Message entry) {
        return entry.marks().deleted() ? messages.text("timeline.deleted") : entry.text();
    }

    private String spoken(TimelineRow.Sign sign) {
        return switch (sign) {
            case NONE, SENT, READ -> "";
            case SENDING -> messages.text("timeline.message.sending");
            case QUEUED -> messages.text("timeline.message.queued");
            case UNCONFIRMED -> messages.text("timeline.message.unconfirmed");
            case FAILED -> messages.text("timeline.message.failed");
        };
    }

    /** Shows whether the arrow keys are here, and whether the toolbar is over it. */
    void showAtHand(boolean isCurrent, boolean hasToolbar) {
        pseudoClassStateChanged(CURRENT, isCurrent);
        pseudoClassStateChanged(ACTED_ON, hasToolbar);
    }

    /** The px from the upper edge of the cell to that of the row as the reader sees it. */
    double rowTop() {
        Background drawn = getBackground();
        return drawn == null || drawn.getFills().isEmpty()
                ? 0
                : drawn.getFills().getFirst().getInsets().getTop();
    }

    /** Where the text stands on the screen. */
    Bounds textOnScreen() {
        return text.localToScreen(text.getLayoutBounds());
    }
}
