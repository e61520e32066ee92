package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.host.HostActions;
import hearth.client.ui.host.HostStartView;
import hearth.client.ui.host.HostingViewModel;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The dialogs about the hosted chat, over every screen: the form that begins it, and the questions before it ends. */
final class HostDialogs extends StackPane implements HostActions {
    private final WindowViewModel model;
    private final HostingViewModel hosting;
    private final DialogLayer layer = new DialogLayer(() -> {});
    private final Subscription bound;
    private Optional<ViewContext> context = Optional.empty();
    private boolean forming;

    HostDialogs(WindowViewModel model) {
        this.model = model;
        hosting = model.hosting();
        setPickOnBounds(false);
        getChildren().setAll(layer);
        // A field in a dialog keeps Escape to itself, so the dialog sees it first.
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        bound = hosting.stateProperty().subscribe(state -> {
            if (forming && state instanceof HostingViewModel.State.Open) {
                layer.close();
            }
        });
    }

    /** Speaks so from the next dialog on. */
    void speak(ViewContext other) {
        context = Optional.of(other);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && layer.isOpen()) {
            layer.close();
            event.consume();
        }
    }

    @Override
    public void host() {
        Optional<String> user = model.hostName();
        if (context.isEmpty() || user.isEmpty()) {
            return;
        }
        hosting.prepare(context.get().messages().text("host.name.usual", user.get()));
        HostStartView form = new HostStartView(context.get(), hosting, user.get(), layer::close);
        layer.show(form, context.get().appearance(), () -> {
            forming = false;
            form.dispose();
        });
        forming = true;
        form.focusFirst();
    }

    @Override
    public void stop() {
        int guests = hosting.guests();
        if (guests == 0) {
            model.stopHosting();
        } else {
            ask("host.stop.ask", guests, model::stopHosting);
        }
    }

    @Override
    public void join() {
        model.joinHosted();
    }

    /** Asks before the program is left under guests; tells whether there are any. */
    boolean askBeforeLeaving(Runnable leave) {
        int guests = hosting.guests();
        if (guests == 0) {
            return false;
        }
        ask("host.leave.ask", guests, leave);
        return true;
    }

    private void ask(String key, int guests, Runnable onYes) {
        ViewContext speaking = context.orElseThrow();
        Messages messages = speaking.messages();
        ConfirmView question = new ConfirmView(
                messages,
                new ConfirmView.Question(
                        "host-end",
                        messages.text(key, guests),
                        messages.text(key + ".next", guests),
                        messages.text(key + ".action"),
                        false),
                _ -> {
                    layer.close();
                    onYes.run();
                },
                layer::close);
        layer.show(question, speaking.appearance(), () -> {});
        question.focusFirst();
    }

    void close() {
        layer.close();
    }

    void dispose() {
        layer.close();
        bound.unsubscribe();
    }
}
