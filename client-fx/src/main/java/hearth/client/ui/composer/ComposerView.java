package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.IconButton;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
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
    private final HBox box = new HBox();
    private final TypingDots dots = new TypingDots();
    private final Label typing = new Label();
    private final Label count = new Label();
    private final Label warning = new Label();
    private final Subscription bound;
    private boolean composing;

    /** A field on this model, until {@link #dispose}. */
    public ComposerView(Messages messages, ComposerViewModel model) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("composer");
        send = new IconButton(Feather.SEND, messages.text("composer.send.tip"), model::send);
        build();
        area.textProperty().bindBidirectional(model.textProperty());
        bound = Subscription.combine(
                model.placeProperty().subscribe(this::show),
                model.refusedProperty()
                        .subscribe(_ -> show(model.placeProperty().get())),
                model.textProperty().subscribe(text -> showReady(!text.isBlank())),
                model.typingProperty().subscribe(this::showTyping),
                model.countProperty().subscribe(_ -> showCount()),
                model.problemProperty().subscribe(_ -> showCount()));
    }

    private void build() {
        area.setId("composer");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.addEventHandler(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> composing = !event.getComposed().isEmpty());
        area.focusedProperty().subscribe(focused -> box.pseudoClassStateChanged(WRITING, focused));
        area.focusVisibleProperty().subscribe(seen -> box.pseudoClassStateChanged(KEYBOARD, seen));
        HBox.setHgrow(area, Priority.ALWAYS);
        send.setId("composer-send");
        send.setAccessibleText(messages.text("composer.send"));
        send.getStyleClass().add("send");
        box.getStyleClass().add("composer-box");
        box.setAlignment(Pos.BOTTOM_LEFT);
        box.getChildren().setAll(area, send);
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
        warning.textProperty().bind(model.warningProperty());
        warning.managedProperty().bind(warning.textProperty().isNotEmpty());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox below = new HBox(dots, typing, warning, between, count);
        below.getStyleClass().add("composer-below");
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(box, below);
    }

    private void onKey(KeyEvent event) {
        // Enter that ends a composition of an input method belongs to the input method.
        if (event.getCode() != KeyCode.ENTER || composing) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            area.replaceSelection("\n");
        } else {
            model.send();
        }
    }

    private void show(Optional<ComposerViewModel.Place> place) {
        setVisible(place.isPresent());
        setManaged(place.isPresent());
        boolean refused = model.refusedProperty().get();
        area.setDisable(refused);
        send.setDisable(refused || model.textProperty().get().isBlank());
        place.ifPresent(now -> {
            area.setPromptText(
                    refused ? messages.text("composer.refused") : messages.text("composer.prompt", now.title()));
            area.setAccessibleText(messages.text("composer.name", now.title()));
        });
    }

    private void showReady(boolean ready) {
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
        String problem = model.problemProperty().get();
        count.setText(problem.isEmpty() ? model.countProperty().get() : problem);
        count.pseudoClassStateChanged(PROBLEM, !problem.isEmpty() || model.tooLong());
    }

    /** Puts the caret into the field, behind what is there. */
    public void focusText() {
        area.requestFocus();
        area.end();
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
