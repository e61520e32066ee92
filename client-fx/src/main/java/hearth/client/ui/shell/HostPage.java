package hearth.client.ui.shell;

import hearth.client.ui.common.ViewContext;
import hearth.client.ui.host.HostActions;
import hearth.client.ui.host.HostView;
import hearth.client.ui.host.HostingViewModel;
import hearth.client.ui.host.HostingViewModel.State;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The page of the hosted chat, while it is shown in place of the conversations. It goes when the chat ends. */
public final class HostPage {
    private final ViewContext context;
    private final HostingViewModel hosting;
    private final HostActions actions;
    private final ReadOnlyObjectWrapper<Optional<HostView>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription bound;

    /** Not shown yet. */
    public HostPage(ViewContext context, HostingViewModel hosting, HostActions actions) {
        this.context = context;
        this.hosting = hosting;
        this.actions = actions;
        bound = hosting.stateProperty().subscribe(state -> {
            if (state instanceof State.Closed) {
                hide();
            }
        });
    }

    /** Shows it or takes it away; where nothing is hosted, the user may begin to. */
    void toggle() {
        if (shown.get().isPresent()) {
            hide();
        } else if (hosting.stateProperty().get() instanceof State.Open) {
            HostView view = new HostView(context, hosting, actions::stop);
            shown.set(Optional.of(view));
            view.focusFirst();
        } else if (hosting.stateProperty().get() instanceof State.Closed) {
            actions.host();
        }
    }

    /** Takes it away. */
    void hide() {
        shown.get().ifPresent(HostView::dispose);
        if (shown.get().isPresent()) {
            shown.set(Optional.empty());
        }
    }

    /** What it tells of. */
    HostingViewModel hosting() {
        return hosting;
    }

    /** The page, while it is shown. */
    ReadOnlyObjectProperty<Optional<HostView>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void dispose() {
        hide();
        bound.unsubscribe();
    }
}
