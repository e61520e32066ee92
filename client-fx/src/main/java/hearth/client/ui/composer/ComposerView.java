package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.InputMethodWatch;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The field that one writes in: it grows with the text, Enter sends, Shift+Enter breaks the line. */
public final class ComposerView extends VBox {
    private static final PseudoClass WRITING = PseudoClass.getPseudoClass("writing");
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Messages messages;
    private final ComposerViewModel model;
    private final GrowingTextArea area = new GrowingTextArea();
    private final IconButton send;
    private final VBox box = new VBox();
    private final PurposeBar purpose;
    private final InputMethodWatch inputMethod = new InputMethodWatch(area);
    private final TypingDots dots = new TypingDots();
    private final Label typing = new Label();
    private final Label count = new Label();
    private final Label warning = new Label();
    private final Subscription bound;

    /** A field on this model, until {@link #dispose}. */
    public ComposerView(Messages messages, ComposerViewModel model) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("composer");
        purpose = new PurposeBar(messages, this::cancel);
        send = new IconButton(Feather.SEND, messages.text("composer.send.tip"), model::send);
        build();
        area.textProperty().bindBidirectional(model.textProperty());
        bound = Subscription.combine(
                model.placeProperty().subscribe(this::show),
                model.refusedProperty()
                        .subscribe(_ -> show(model.placeProperty().get())),
                model.textProperty().subscribe(_ -> showReady()),
                model.purposeProperty().subscribe(this::showPurpose),
                model.hints().typingProperty().subscribe(this::showTyping),
                model.hints().countProperty().subscribe(_ -> showCount()),
                model.hints().problemProperty().subscribe(_ -> showCount()));
    }

    private void build() {
        area.setId("composer");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.focusedProperty().subscribe(focused -> box.pseudoClassStateChanged(WRITING, focused));
        area.focusVisibleProperty().subscribe(seen -> box.pseudoClassStateChanged(KEYBOARD, seen));
        HBox.setHgrow(area, Priority.ALWAYS);
        send.setId("composer-send");
        send.getStyleClass().add("send");
        box.getStyleClass().add("composer-box");
        HBox line = new HBox(area, send);
        line.getStyleClass().add("composer-line");
        line.setAlignment(Pos.BOTTOM_LEFT);
        box.getChildren().setAll(purpose, line);
        typing.getStyleClass().add("small-muted");
        typing.setId("composer-typing");
        count.getStyleClass().add("composer-count");
        count.setId("composer-count");
        count.setMinWidth(0);
        count.setWrapText(true);
        warning.getStyleClass().add("composer-warning");
        warning.setId("composer-warning");
        warning.setMinWidth(0);
        warning.setWrapText(true);
        warning.textProperty().bind(model.hints().warningProperty());
        warning.managedProperty().bind(warning.textProperty().isNotEmpty());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox below = new HBox(dots, typing, warning, between, count);
        below.getStyleClass().add("composer-below");
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(box, below);
    }

    private void onKey(KeyEvent event) {
        boolean composed = inputMethod.hasKey();
        boolean done = switch (event.getCode()) {
            case ENTER -> composed || onEnter(event.isShiftDown());
            case ESCAPE -> !composed && cancel();
            case UP -> !composed && !event.isShiftDown() && !event.isShortcutDown() && model.editLast();
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean onEnter(boolean breaksLine) {
        if (breaksLine) {
            area.replaceSelection("\n");
        } else {
            model.send();
        }
        return true;
    }

    private boolean cancel() {
        boolean answersOrEdits = !(model.purposeProperty().get() instanceof Purpose.Message);
        model.cancel();
        focusText();
        return answersOrEdits;
    }

    private void showPurpose(Purpose now) {
        purpose.show(now);
        boolean edits = now instanceof Purpose.Edit;
        send.setGraphic(Icon.of(edits ? Feather.CHECK : Feather.SEND, Icon.BUTTON));
        send.say(messages.text(edits ? "composer.save.tip" : "composer.send.tip"));
        send.setAccessibleText(messages.text(edits ? "composer.save" : "composer.send"));
        show(model.placeProperty().get());
        showReady();
        if (!(now instanceof Purpose.Message)) {
            focusText();
        }
    }

    private void show(Optional<ComposerViewModel.Place> place) {
        setVisible(place.isPresent());
        setManaged(place.isPresent());
        boolean refused = model.refusedProperty().get();
        area.setDisable(refused);
        showReady();
        place.ifPresent(now -> {
            area.setPromptText(prompt(now.title()));
            area.setAccessibleText(messages.text("composer.name", now.title()));
        });
    }

    private String prompt(String title) {
        if (model.refusedProperty().get()) {
            return messages.text("composer.refused");
        }
        return model.purposeProperty().get() instanceof Purpose.Edit
                ? messages.text("composer.prompt.edit")
                : messages.text("composer.prompt", title);
    }

    private void showReady() {
        boolean ready =
                !model.textProperty().get().isBlank() || model.purposeProperty().get() instanceof Purpose.Edit;
        send.setDisable(!ready || model.refusedProperty().get());
        send.getStyleClass().remove("accent");
        if (ready) {
            send.getStyleClass().add("accent");
        }
    }

    private void showTyping(String words) {
        typing.setText(words);
        dots.setVisible(!words.isEmpty());
    }

    private void showCount() {
        String problem = model.hints().problemProperty().get();
        count.setText(problem.isEmpty() ? model.hints().countProperty().get() : problem);
        count.pseudoClassStateChanged(
                PROBLEM, !problem.isEmpty() || model.hints().tooLong());
    }

    /** Puts the caret into the field, behind what is there. */
    public void focusText() {
        area.requestFocus();
        area.end();
    }

    /** Goes on with what was typed elsewhere, which may be nothing yet. */
    public void take(String typed) {
        if (!area.isDisabled()) {
            area.requestFocus();
            area.replaceSelection(typed);
        }
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        area.textProperty().unbindBidirectional(model.textProperty());
    }

    /** Three dots that say that somebody writes; they do not move, so that nothing does which the user did not move. */
    private static final class TypingDots extends HBox {
        TypingDots() {
            getStyleClass().add("typing-dots");
            setAlignment(Pos.CENTER_LEFT);
            for (String shade : new String[] {"dark", "middle", "pale"}) {
                Region dot = new Region();
                dot.getStyleClass().addAll("typing-dot", shade);
                getChildren().add(dot);
            }
        }
    }
}
