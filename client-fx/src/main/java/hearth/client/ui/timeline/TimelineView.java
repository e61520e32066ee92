package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.EmptyState;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.OfferWords;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The messages, the button to the newest, and what stands there when there are none. */
public final class TimelineView extends StackPane {
    private final Messages messages;
    private final MessageCell.Drawing drawing;
    private final TimelineSelection selection;
    private final SelectionInput selecting;
    private final MessageAtHand atHand;
    private final TimelineViewModel model;
    private final OfferWords words;
    private final TimelineFlow flow;
    private final EmptyState nothing = new EmptyState();
    private final Button latest = new Button();
    private final ListChangeListener<TimelineRow> onRows = _ -> onRows();
    private final Subscription bound;
    private List<Node> firstSteps = List.of();
    private String openId = "";
    private boolean opening;

    /**
     * A view on this model, until {@link #dispose}.
     *
     * @param people shows who wrote
     * @param onLeave hears when the reader leaves it to write, and what was typed already
     */
    public TimelineView(ViewContext context, TimelineViewModel model, PersonOpener people, Consumer<String> onLeave) {
        messages = context.messages();
        this.model = model;
        words = new OfferWords(messages);
        ServerColours colours = new ServerColours(model.people(), this::getBackground);
        selection = new TimelineSelection(messages, context.times(), model.rows(), this::showSelection);
        drawing = new MessageCell.Drawing(context, new TextSpans(context.emoji().table()), selection, colours, people);
        getStyleClass().add("timeline");
        flow = new TimelineFlow(model.rows(), this::cell, model::nearTop);
        selecting = new SelectionInput(flow, selection);
        flow.setId("timeline");
        flow.setAccessibleText(messages.text("timeline.name"));
        nothing.setId("timeline-empty");
        latest.setId("timeline-latest");
        latest.getStyleClass().add("jump-latest");
        latest.setGraphic(Icon.of(Feather.ARROW_DOWN, Icon.SMALL));
        latest.setOnAction(_ -> flow.showEnd());
        StackPane.setAlignment(latest, Pos.BOTTOM_CENTER);
        getChildren().setAll(flow, nothing, latest);
        atHand = new MessageAtHand(context, this, flow, model, people, onLeave);
        model.rows().addListener(onRows);
        bound = Subscription.combine(
                model.people().colourRevisionProperty().subscribe(_ -> flow.redraw()),
                backgroundProperty().subscribe(_ -> flow.redraw()),
                model.shownProperty().subscribe(this::open),
                model.emptyProperty().subscribe(this::showEmpty),
                model.offersProperty().subscribe(_ -> {
                    showEmpty(model.emptyProperty().get());
                    flow.redraw();
                }),
                model.newBelowProperty().subscribe(_ -> showLatest()),
                model.latestWantedProperty().subscribe(_ -> flow.showEnd()),
                model.jump()
                        .landingProperty()
                        .subscribe(landing -> landing.map(Jump.Landing::key).ifPresent(flow::jumpTo)),
                flow.atBottomProperty().subscribe(there -> {
                    model.atBottomProperty().set(there);
                    showLatest();
                }));
    }

    private TimelineCell cell(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Message _ -> new MessageCell(drawing, model);
            case TimelineRow.Day _, TimelineRow.NewLine _ -> new LineCell(messages);
            case TimelineRow.Notice _ -> new NoticeCell(messages, model, drawing.people());
            case TimelineRow.Waiting _ -> new WaitingCell(messages, model);
            case TimelineRow.Undone _ -> new UndoneCell(messages, model);
        };
    }

    private void onRows() {
        selection.onRows();
        placeOnOpening();
    }

    private void showSelection() {
        flow.showSelection();
    }

    private void open(Optional<TimelineViewModel.Shown> shown) {
        String id = shown.map(TimelineViewModel.Shown::id).orElse("");
        if (!id.equals(openId)) {
            openId = id;
            opening = true;
            selection.clear();
            atHand.clear();
            flow.showEnd();
            placeOnOpening();
        }
        showEmpty(model.emptyProperty().get());
    }

    /** What is new begins in sight, where there is so much of it that the newest and the line do not fit together. */
    private void placeOnOpening() {
        if (opening && !model.rows().isEmpty()) {
            opening = false;
            model.rows().stream()
                    .filter(row -> row instanceof TimelineRow.NewLine
                            || (row instanceof TimelineRow.Day(var _, var _, var startsNew) && startsNew))
                    .findFirst()
                    .ifPresent(row -> flow.showFrom(row.key()));
            flow.afterPlacing(() -> {
                model.atBottomProperty().set(flow.atBottomProperty().get());
                model.onPlaced();
            });
        }
    }

    private void showEmpty(boolean empty) {
        Optional<TimelineViewModel.Shown> shown = model.shownProperty().get();
        Offers offers = model.offersProperty().get();
        nothing.setVisible(empty || shown.isEmpty());
        nothing.setMouseTransparent(!nothing.isVisible());
        if (shown.isEmpty()) {
            nothing.show(Feather.MESSAGE_SQUARE, messages.text("empty.none"), messages.text("empty.none.hint"));
        } else if (shown.get().direct()) {
            String name = shown.get().title();
            nothing.show(Feather.MESSAGE_SQUARE, messages.text("empty.direct", name), words.direct(offers));
        } else {
            nothing.show(
                    Feather.HASH,
                    words.nothingSaid(offers, shown.get().title()),
                    words.nothingSaidHint(offers),
                    firstSteps.toArray(Node[]::new));
        }
    }

    /** Offers this, where nobody has written in a room, from now on. */
    public void offerFirst(List<Node> steps) {
        firstSteps = steps;
        showEmpty(model.emptyProperty().get());
    }

    private void showLatest() {
        int below = model.newBelowProperty().get();
        latest.setVisible(!flow.atBottomProperty().get() && !model.rows().isEmpty());
        latest.setText(below == 0 ? messages.text("timeline.latest") : messages.text("timeline.latest.count", below));
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        model.rows().removeListener(onRows);
        selecting.dispose();
        atHand.dispose();
        flow.dispose();
    }
}
